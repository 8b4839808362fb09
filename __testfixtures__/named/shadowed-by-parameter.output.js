// Inside `wrap` the name is taken: the export must be reached by another.
export function wrap(value, text) {
  return text_1(value) + text;
}
const text_1 = function (value) {
  return '[' + value + ']';
};
export { text_1 as text };
