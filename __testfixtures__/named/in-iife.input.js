(function () {
  var hidden = 1;
  exports.open = function () {
    return hidden++;
  };
})();
