{
  let exports = { local: true };
  exports.local = false;
}
exports.real = 1;
