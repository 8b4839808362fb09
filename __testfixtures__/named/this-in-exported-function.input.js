exports.items = [];
exports.push = function (item) {
  this.items.push(item);
  return this.items.length;
};
