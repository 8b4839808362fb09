exports.config = { list: [] };
exports.config.name = 'deep';
exports.config.list.push(exports.config.name);
exports['config']['more'] = 1;
