var settings = { level: 1 };
settings.level = 2;
Object.freeze(settings);
settings.level = 3;
exports.level = settings.level;
