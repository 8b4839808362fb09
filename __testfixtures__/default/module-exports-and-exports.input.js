module.exports = exports = function compile(text) {
  return exports.cache[text] || text;
};

exports.cache = { known: 'cached' };
