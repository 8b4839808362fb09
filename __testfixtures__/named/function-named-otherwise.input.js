// The expression's own name is only visible inside it.
exports.parse = function parseInternal(depth) {
  return depth > 0 ? [parseInternal(depth - 1)] : [];
};

var parseInternal = 'outside';
exports.outside = parseInternal;
