const receipt = require('text');
const { currency } = require('core');
const settings = require('./settings');

settings.locale = settings.locale || 'en';
console.log(receipt([1, 2, 3]), currency, Object.keys(settings).join());
