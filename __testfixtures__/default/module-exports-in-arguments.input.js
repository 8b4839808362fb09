module.exports = {};
fill(module.exports);

function fill(target) {
  target.filled = true;
}
