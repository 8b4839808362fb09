function handler() {}

exports.keys = Object.getOwnPropertyNames(handler);
