exports.result = delete Object.prototype;
