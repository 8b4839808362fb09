const plain = require('./plain');
for (const key of ['twice', 'label']) exports[key + 'Again'] = plain[key];
