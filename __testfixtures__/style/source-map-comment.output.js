export const a = 1;
//# sourceMappingURL=main.js.map
