var list = Object.freeze({ first: 1 });
exports.drop = function () {
  return [delete list.second, delete list.first];
};
