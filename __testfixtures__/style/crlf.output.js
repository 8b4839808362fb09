// About path.
import path from 'path';

export const sep = path.sep; // trailing
export function join(a) {
  return path.join(a || 'x');
}
