'use strict';

Object.defineProperty(exports, '__esModule', {
  value: true,
});
exports.default = main;
exports.VERSION = void 0;

var _path = _interopRequireDefault(require('path'));

function _interopRequireDefault(obj) {
  return obj && obj.__esModule ? obj : { default: obj };
}

const VERSION = '1';
exports.VERSION = VERSION;

function main() {
  return _path.default.join('a', VERSION);
}
