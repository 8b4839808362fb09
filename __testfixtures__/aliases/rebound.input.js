var target = exports;
target.a = 1;
target = {};
target.b = 2;
