exports[`plain`] = 1;
exports[`two words`] = 2;
