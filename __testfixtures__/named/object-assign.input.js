Object.assign(exports, { a: 1 }, { b: 2 });
