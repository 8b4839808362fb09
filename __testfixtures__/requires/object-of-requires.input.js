const tools = {
  path: require('path'),
  util: require('util'),
  fn: require('./lib/fn'),
};

console.log(tools.path.sep, typeof tools.util.format, tools.fn(1));
