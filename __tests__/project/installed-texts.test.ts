import { describe, expect, test } from '@jest/globals';
import { mayPatch } from '../../src/project/scanning/installed-texts.ts';

describe('the text of an installed file', () => {
  test.each([
    ["const fs = require('fs'); fs.existsSync = () => true;"],
    ["var fs = require('fs');\nfs['exists' + 'Sync'] = () => true;"],
    ["let x, fs = (x, require('fs'));\nexports.install = () => { fs . existsSync = x; };"],
    ["const fs = _interopRequireDefault(require('fs')); fs.default.existsSync = () => true;"],
    ["const fs = require('fs'); delete fs.existsSync;"],
    ["const fs = require('fs'); Object.assign(fs, { existsSync() {} });"],
    ["const fs = require('fs'); Object.defineProperty(fs, 'existsSync', { value() {} });"],
    ["require('core').name = 'plugged';"],
    ["require('core')['name'] = 'plugged';"],
  ])('makes its facts worth a look: %s', (text) => {
    expect(mayPatch(text)).toBe(true);
  });

  test.each([
    ["const fs = require('fs'); module.exports = fs.existsSync;"],
    ["const fs = require('fs'); const it = {}; it.existsSync = fs.existsSync;"],
    ["const fs = require('fs'); if (fs.existsSync == null || fs.x === 1) fs.f(); run(() => fs.a => 1);"],
    ['const fs = {}; fs.existsSync = 1;'],
    ["exports.fs = require('fs'); exports.other = 1;"],
  ])('does not: %s', (text) => {
    expect(mayPatch(text)).toBe(false);
  });
});

// Where it is gone through once for each of its letters, this takes hours.
test('a long text without spaces is gone through once', () => {
  expect(mayPatch(`require('a'); var x = "${'a'.repeat(3e6)}" + "${'[a'.repeat(1e5)}"`)).toBe(false);
});
