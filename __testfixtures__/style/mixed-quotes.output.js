import path from 'path';
import util from "util";

console.log("it's", path.sep, util.format("%s", "x"));
