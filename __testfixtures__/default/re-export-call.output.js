import { promisify } from 'util';

export default promisify(setTimeout);
