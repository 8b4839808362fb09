const { twice } = require('../lib/plain');
exports.run = (n) => twice(n) + 1;
