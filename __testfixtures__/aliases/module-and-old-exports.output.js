const exports = {};

var notExports = exports;
export default { genre: 'Rock' };
notExports.genre = 'Blues';
