const order = [];
order.push('before');
module.exports = order;
order.push('after');
