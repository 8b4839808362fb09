const fs = require('fs');
const path = require('path');

const folder = path.join(__dirname, '..', 'plugins');
exports.names = fs.readdirSync(folder).map((file) => path.parse(file).name).sort();
exports.load = (name) => require('../plugins/' + name);
