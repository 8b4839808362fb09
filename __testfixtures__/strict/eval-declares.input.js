exports.run = function () {
  eval('var made = 1');
  return typeof made;
};
