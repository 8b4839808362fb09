// What compilers write: every name is announced first.
export let a, b, c;
a = 1;
b = [a];
c = function () {
  return b;
};
