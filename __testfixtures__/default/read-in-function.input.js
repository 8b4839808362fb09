module.exports = { level: 1 };

function current() {
  return module.exports.level;
}

module.exports.current = current;
