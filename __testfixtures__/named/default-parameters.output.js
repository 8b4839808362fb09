const unit_1 = 'kg';
export { unit_1 as unit };
export function weigh(n = 1, unit = unit_1) {
  return n + unit;
}
