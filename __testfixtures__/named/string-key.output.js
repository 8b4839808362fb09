export const plain = 1;
const withDash = 2;
export { withDash as 'with-dash' };
const withSpace = 3;
export { withSpace as 'with space' };
const _ = 4;
export { _ as '' };
const __1 = 5;
export { __1 as '☃' };
