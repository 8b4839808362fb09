const test = require('node:test');
const assert = require('node:assert');
const kinds = require('../lib/kinds');
const { kept } = require('../refused/kept-by-user');

test('what stays CommonJS is the same for all', () => {
  assert.strictEqual(kinds.kept.kept, kept);
  assert.strictEqual(kinds.escape.four, 4);
  assert.deepStrictEqual(Object.keys(kinds.proto), ['own']);
});
