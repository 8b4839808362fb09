exports.Promise = 'not the global';
exports.process = 1;
exports.undefined = 2;
exports.check = function () {
  return typeof Promise.resolve + typeof process.exit + typeof undefined;
};
