class Animal {
  speak() {
    return 'generic';
  }
}

export default Animal;
