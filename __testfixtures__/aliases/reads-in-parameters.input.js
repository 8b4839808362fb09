exports.size = 2;
exports.area = (width = exports.size, { height = exports.size } = {}) => width * height;
