exports.a = 1;
//# sourceMappingURL=main.js.map
