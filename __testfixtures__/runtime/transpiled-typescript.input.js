"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.total = exports.Shape = void 0;
const node_path_1 = require("node:path");
class Shape {
    name() {
        return (0, node_path_1.join)("a", "b");
    }
}
exports.Shape = Shape;
exports.total = 1;
