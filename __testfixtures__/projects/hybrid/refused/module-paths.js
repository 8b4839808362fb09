exports.depth = () => module.paths.length > 0;
