const plain = require('../lib/plain');
for (const key of ['twice', 'label']) exports[key + 'Again'] = plain[key];
