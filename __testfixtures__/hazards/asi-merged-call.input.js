exports.f = function () {
  return 'called'
}
(function () {})
