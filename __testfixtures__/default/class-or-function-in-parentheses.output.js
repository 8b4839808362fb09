export default (function () {
  return 1;
}).bind(null);
