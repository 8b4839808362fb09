function home() {
  return require('path').join(require('os').homedir().length > 0 ? 'home' : 'none', 'x');
}

console.log(home());
