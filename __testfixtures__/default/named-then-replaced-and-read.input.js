exports.registry = {};
exports.register = function (name) {
  exports.registry[name] = true;
  return Object.keys(exports.registry);
};
module.exports = { register: exports.register, registry: exports.registry };
