let table;
table = new Map();
table.set('a', 1);
export default table;
