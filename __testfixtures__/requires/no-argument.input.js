function broken() {
  try {
    return require();
  } catch (error) {
    return error.code;
  }
}

console.log(broken());
