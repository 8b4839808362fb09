let table;
table = new Map();
table.set('a', 1);
module.exports = table;
