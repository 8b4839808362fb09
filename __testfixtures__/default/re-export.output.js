export { default } from 'path';
