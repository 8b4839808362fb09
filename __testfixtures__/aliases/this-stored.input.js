var root = this;

root.value = 1;
root.get = function () {
  return root.value;
};
