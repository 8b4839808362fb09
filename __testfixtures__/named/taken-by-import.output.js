import path from 'path';

const path_1 = '/fixed';
export { path_1 as path };
export function base() {
  return path.basename(path_1);
}
