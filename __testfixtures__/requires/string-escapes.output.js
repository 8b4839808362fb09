import path from 'path';
import util from "util";

console.log(path.sep, typeof util.format);
