var name = 'local';
var name_1 = 'another';
exports.name = name + name_1;
exports.show = function () {
  return exports.name;
};
