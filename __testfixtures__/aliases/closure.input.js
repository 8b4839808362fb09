const api = exports;

exports.set = function (value) {
  api.value = value;
  return api.value;
};
exports.value = null;
