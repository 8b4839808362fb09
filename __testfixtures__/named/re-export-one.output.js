export { join } from 'path';
export { sep } from 'path';
