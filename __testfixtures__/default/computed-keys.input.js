module.exports = {};
['get', 'put'].forEach(function (method) {
  module.exports[method] = function () {
    return method;
  };
});
