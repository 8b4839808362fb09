// A `const parseInt` of the module would change what the function calls.
const parseInt_1 = function (text) {
  return parseInt(text, 10) + isNaN(text);
};
export { parseInt_1 as parseInt };
const isNaN_1 = (value) => value !== value;
export { isNaN_1 as isNaN };
