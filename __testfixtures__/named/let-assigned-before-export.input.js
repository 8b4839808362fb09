let version;
version = '1.0';
version += '.0';
exports.version = version;
