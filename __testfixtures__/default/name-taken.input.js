const handler = 'a string';
module.exports = function handler() {
  return typeof handler;
};
console.log(handler);
