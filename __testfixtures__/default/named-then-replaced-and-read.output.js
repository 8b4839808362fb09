const exports = {};

exports.registry = {};
exports.register = function (name) {
  exports.registry[name] = true;
  return Object.keys(exports.registry);
};
export default { register: exports.register, registry: exports.registry };
