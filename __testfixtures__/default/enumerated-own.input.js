module.exports = { b: 1, a: 2 };
Object.keys(module.exports).forEach(function (key) {
  console.log(key, module.exports[key]);
});
