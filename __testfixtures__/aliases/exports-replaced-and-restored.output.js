let exports;

export const a = 1;
exports = { lost: true };
export const b = 2;
