function call(loader) {
  return loader('path').sep;
}

console.log(call(require));
