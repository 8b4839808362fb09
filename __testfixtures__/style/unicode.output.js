// Größe, 寸法, 🎉
export const größe = 1;
export const π = Math.PI;
export const text = '🎉' + größe;
