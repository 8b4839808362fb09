module.exports = {};
Object.defineProperty(module.exports, 'lazy', {
  enumerable: true,
  get: function () {
    return 'computed';
  },
});
