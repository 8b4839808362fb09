module.exports = function fn(value) {
  return ['fn', value];
};
module.exports.extra = 'extra';
