const handler = 'a string';
export default (function handler() {
  return typeof handler;
});
console.log(handler);
