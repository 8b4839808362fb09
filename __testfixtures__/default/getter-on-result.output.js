const getterOnResultInput = {};
Object.defineProperty(getterOnResultInput, 'lazy', {
  enumerable: true,
  get: function () {
    return 'computed';
  },
});

export default getterOnResultInput;
