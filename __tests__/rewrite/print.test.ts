import { describe, expect, test } from '@jest/globals';
import {
  type Import,
  printExportAll,
  printExportDefault,
  printExportList,
  printImport,
  quoted,
  type Style,
} from '../../src/rewrite/print.ts';

const style: Style = { quote: 'single', semicolons: true, lineEnd: '\n', indent: '  ' };

describe('printImport', () => {
  const rows: readonly (readonly [Import, string])[] = [
    [{ from: './m.js' }, "import './m.js';"],
    [{ from: './m.js', default: 'm' }, "import m from './m.js';"],
    [{ from: './m.js', namespace: 'm' }, "import * as m from './m.js';"],
    [{ from: 'm', named: [{ imported: 'a', local: 'a' }] }, "import { a } from 'm';"],
    [{ from: 'm', named: [{ imported: 'a', local: 'b' }] }, "import { a as b } from 'm';"],
    [{ from: 'm', named: [{ imported: 'a-b', local: 'b' }] }, "import { 'a-b' as b } from 'm';"],
    [{ from: 'm', default: 'm', named: [{ imported: 'a', local: 'a' }] }, "import m, { a } from 'm';"],
    [{ from: './d.json', default: 'd', json: true }, "import d from './d.json' with { type: 'json' };"],
  ];
  test.each(rows)('%j', (declaration, expected) => {
    expect(printImport(style, declaration)).toBe(expected);
  });

  test('in the style of the file', () => {
    const other: Style = { quote: 'double', semicolons: false, lineEnd: '\r\n', indent: '\t' };
    expect(printImport(other, { from: './m.js', default: 'm' })).toBe('import m from "./m.js"');
    const named = Array.from({ length: 30 }, (_, index) => ({
      imported: `key${index}`,
      local: `key${index}`,
    }));
    const lines = printImport(other, { from: 'm', named }).split('\r\n');
    expect(lines).toHaveLength(32);
    expect(lines[1]).toBe('\tkey0,');
  });
});

test('printExportList', () => {
  const names = [
    { local: 'a', exported: 'a' },
    { local: 'b', exported: 'module.exports' },
  ];
  expect(printExportList(style, names)).toBe("export { a, b as 'module.exports' };");
  expect(printExportList(style, names.slice(0, 1), './m.js')).toBe("export { a } from './m.js';");
});

test('printExportList refuses a name that no module can have', () => {
  expect(() => printExportList(style, [{ local: 'a', exported: '\ud800' }])).toThrow('no module can export');
});

test('printExportAll', () => {
  expect(printExportAll(style, './m.js')).toBe("export * from './m.js';");
  expect(printExportAll(style, './m.js', 'm')).toBe("export * as m from './m.js';");
});

test('printExportDefault', () => {
  expect(printExportDefault(style, 'a')).toBe('export default a;');
});

test.each([
  ['single', `it's "so"`, `'it\\'s "so"'`],
  ['double', `it's "so"`, `"it's \\"so\\""`],
] as const)('quoted, %s', (quote, text, expected) => {
  expect(quoted({ quote }, text)).toBe(expected);
});
