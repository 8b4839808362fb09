export const f = function () {
  return 'called'
}
(function () {})
