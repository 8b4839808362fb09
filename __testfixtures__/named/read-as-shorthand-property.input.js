exports.host = 'localhost';
exports.options = function () {
  return { host: exports.host, [exports.host]: exports.host };
};
