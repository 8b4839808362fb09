require('./loaded-again');
exports.children = module.children.length;
