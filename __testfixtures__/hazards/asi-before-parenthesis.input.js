exports.a = 1
;(function () {
  exports.b = 2
})()
