var self = exports;

self.a = 1;
self.b = function () {
  return self.a;
};
