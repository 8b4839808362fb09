const core = require('core');

module.exports = function receipt(prices) {
  return `${core.total(prices)} ${core.currency}`;
};
