exports.last = function (list) {
  for (var key = "none" in list);
  return key;
};
