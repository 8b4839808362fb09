function load(name) {
  return require(name);
}

console.log(load('path').sep, load('./lib/named').one);
