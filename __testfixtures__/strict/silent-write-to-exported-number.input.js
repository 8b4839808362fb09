module.exports = 5;
module.exports.unit = 'cm';
