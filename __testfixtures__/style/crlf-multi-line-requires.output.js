import path from 'path';
import util from 'util';
import { EOL } from 'os';

export default { path, util, EOL };
