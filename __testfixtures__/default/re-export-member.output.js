export { posix as default } from 'path';
