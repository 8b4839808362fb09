// Größe, 寸法, 🎉
exports.größe = 1;
exports.π = Math.PI;
exports.text = '🎉' + exports.größe;
