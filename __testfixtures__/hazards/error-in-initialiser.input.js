exports.before = 1;
exports.value = JSON.parse('{broken');
exports.after = 2;
