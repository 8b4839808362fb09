import { join as join_1 } from 'path';

export const join = join_1;
export const log = console.log;
export const sum = function (a, b) {
  return this.base + a + b;
}.bind({ base: 1 });
export function use() {
  log(join('a', 'b'), sum(2, 3));
}
