exports.a = 1;
exports.isMe = function (value) {
  return value === exports;
};
