const size_1 = 3;
export { size_1 as size };
export function grow() {
  const size = size_1 + 1;
  return [size, size_1];
}
export function inBlock() {
  {
    let size = 'inner';
    return size + size_1;
  }
}
