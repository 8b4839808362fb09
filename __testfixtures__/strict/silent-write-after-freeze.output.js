var settings = { level: 1 };
Reflect.set(settings, 'level', 2);
Object.freeze(settings);
Reflect.set(settings, 'level', 3);
export const level = settings.level;
