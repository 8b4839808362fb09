import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as recast from 'recast';
import { isIdentifierName } from '../../src/rewrite/naming.ts';
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

describe('as recast prints the same declaration', () => {
  const build = recast.types.builders;
  const names = fc.oneof(
    fc.constantFrom('a', '$', 'long_name_that_fills_lines', 'été', 'constructor'),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }),
  );
  const identifiers = fc.constantFrom('a', '$b', 'longNameThatFillsTheLine', 'été');
  const sources = fc.oneof(fc.constantFrom('./m.js', 'node:fs', "it's", '"', '\u2028'), fc.string());
  const styles = fc.record<Style>({
    quote: fc.constantFrom('single', 'double'),
    semicolons: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    indent: fc.constantFrom('  ', '\t', '    '),
  });
  const printed = (style: Style, node: Parameters<typeof recast.print>[0]): string =>
    recast
      .print(node, { quote: style.quote, tabWidth: 2, wrapColumn: 100, lineTerminator: '\n' })
      .code.replace(/;$/, style.semicolons ? ';' : '')
      .replace(/^ {2}/gm, style.indent)
      .replaceAll('\n', style.lineEnd);
  const nameNode = (style: Style, name: string) =>
    build.identifier(isIdentifierName(name) ? name : quoted(style, name));

  test('imports', () => {
    const named = fc.array(fc.record({ imported: names, local: identifiers }), { maxLength: 12 });
    const forms = fc.record({
      from: sources,
      default: fc.option(identifiers, { nil: undefined }),
      namespace: fc.option(identifiers, { nil: undefined }),
      named,
      json: fc.boolean(),
    });
    fc.assert(
      fc.property(styles, forms, (style, form) => {
        const specifiers = [
          ...(form.default ? [build.importDefaultSpecifier(build.identifier(form.default))] : []),
          ...(form.namespace ? [build.importNamespaceSpecifier(build.identifier(form.namespace))] : []),
          ...form.named.map(({ imported, local }) =>
            imported === local
              ? build.importSpecifier(build.identifier(local))
              : build.importSpecifier(nameNode(style, imported), build.identifier(local)),
          ),
        ];
        const type = build.importAttribute(build.identifier('type'), build.stringLiteral('json'));
        const node = build.importDeclaration(specifiers, build.stringLiteral(form.from));
        const attributes = form.json ? { assertions: [type], importAttributesKeyword: 'with' } : {};
        expect(printImport(style, form)).toBe(printed(style, Object.assign(node, attributes)));
      }),
    );
  });

  test('exports', () => {
    const lists = fc.array(fc.record({ local: names, exported: names }), { maxLength: 12 });
    fc.assert(
      fc.property(styles, lists, fc.option(sources, { nil: undefined }), (style, list, from) => {
        const specifiers = list.map(({ local, exported }) =>
          build.exportSpecifier.from({ local: nameNode(style, local), exported: nameNode(style, exported) }),
        );
        const source = from === undefined ? null : build.stringLiteral(from);
        const node = build.exportNamedDeclaration(null, specifiers, source);
        expect(printExportList(style, list, from)).toBe(printed(style, node));
        if (from === undefined) return;
        const all = build.exportAllDeclaration(build.stringLiteral(from), null);
        expect(printExportAll(style, from)).toBe(printed(style, all));
      }),
    );
  });
});
