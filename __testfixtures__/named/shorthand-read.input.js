exports.host = 'localhost';
exports.port = 80;
exports.address = function () {
  const { host, port } = exports;
  return host + port;
};
