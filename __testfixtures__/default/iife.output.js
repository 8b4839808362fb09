export default (function () {
  var count = 0;
  return {
    next: function () {
      return ++count;
    },
  };
})();
