function define(factory) {
  return factory((name) => 'own ' + name);
}

console.log(
  define(function (require) {
    return require('path');
  }),
);
