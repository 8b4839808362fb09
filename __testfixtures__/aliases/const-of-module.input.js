const m = module;

m.exports = { genre: 'Rock' };
m.exports.more = true;
