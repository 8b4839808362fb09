var truth = module;
var notExports = module.exports;
truth.exports = { genre: 'Rock' };
notExports.genre = 'Blues';
