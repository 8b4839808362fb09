export const plain = 1;
const twoWords = 2;
export { twoWords as 'two words' };
