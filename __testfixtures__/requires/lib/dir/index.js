exports.where = 'index of dir';
