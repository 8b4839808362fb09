const order = [];
order.push('before');
export default order;
order.push('after');
