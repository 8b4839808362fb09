class Animal {
  speak() {
    return 'generic';
  }
}

module.exports = Animal;
