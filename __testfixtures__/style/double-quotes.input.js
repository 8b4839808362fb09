var path = require("path"), util = require("util");

exports.sep = path.sep;
exports["with-dash"] = util.format("%s", "x");
