const _default = 1;
module.exports = { _default };
