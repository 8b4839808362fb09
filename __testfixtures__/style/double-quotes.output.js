import path from "path";
import util from "util";

export const sep = path.sep;
const withDash = util.format("%s", "x");
export { withDash as "with-dash" };
