const computedKeysInput = {};
['get', 'put'].forEach(function (method) {
  computedKeysInput[method] = function () {
    return method;
  };
});

export default computedKeysInput;
