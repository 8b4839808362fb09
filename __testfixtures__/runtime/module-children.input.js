exports.children = module.children.length;
