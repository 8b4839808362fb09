// The expression's own name is only visible inside it.
export const parse = function parseInternal(depth) {
  return depth > 0 ? [parseInternal(depth - 1)] : [];
};

var parseInternal = 'outside';
export { parseInternal as outside };
