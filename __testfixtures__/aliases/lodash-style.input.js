var _ = (exports = module.exports = function wrap(value) {
  return [value];
});

_.chain = function (value) {
  return _(value);
};
exports.VERSION = '4';
