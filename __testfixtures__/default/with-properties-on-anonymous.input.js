module.exports = function () {
  return module.exports.defaults;
};
module.exports.defaults = { level: 1 };
