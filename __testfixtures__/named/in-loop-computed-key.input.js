['get', 'put'].forEach(function (method) {
  exports[method] = function () {
    return method;
  };
});
