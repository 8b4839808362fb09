exports.then = function (resolve) {
  resolve(require('../lib/plain').twice(21));
  return 'thenable';
};
