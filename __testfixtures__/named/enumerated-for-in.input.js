exports.b = 1;
exports.a = 2;
for (var key in exports) console.log(key);
