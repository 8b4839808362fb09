const _0 = 'zero';
export { _0 as '0' };
const _15 = 'one and a half';
export { _15 as '1.5' };
