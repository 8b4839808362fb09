exports.delete = function (key) {
  return 'deleted ' + key;
};
exports.class = 'class';
exports.new = 1;
exports.import = 2;
exports.await = 3;
exports.yield = 4;
exports.let = 5;
exports.static = 6;
exports.enum = 7;
exports.null = 8;
exports.arguments = 9;
exports.eval = 10;
