const b = require('./b');
module.exports = { name: 'a', tell: () => b.partner() };
