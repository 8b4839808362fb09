/**
 * Prints the declarations that we add, with recast, in the author's style. A printed text is kept for its arguments:
 * the same few imports occur in file after file.
 */
import * as recast from 'recast';
import type { Layout } from '../checker/facts.ts';
import { isIdentifierName } from './naming.ts';

const build = recast.types.builders;
/** Such a string cannot name an export (ECMA-262 §16.2.3.1). */
const loneSurrogate = /\p{Surrogate}/u;
type ModuleDeclaration = Parameters<typeof recast.print>[0];

export type Style = Pick<Layout, 'quote' | 'semicolons' | 'lineEnd' | 'indent'>;

export interface Import {
  readonly from: string;
  /** The local name of the default import. */
  readonly default?: string | undefined;
  /** The local name of the namespace. */
  readonly namespace?: string | undefined;
  readonly named?: readonly ImportedName[] | undefined;
  readonly json?: boolean | undefined;
}

export interface ImportedName {
  readonly imported: string;
  readonly local: string;
}

export interface ExportedName {
  readonly local: string;
  readonly exported: string;
}

/** `import a, { b as c } from './m.js';` */
export function printImport(style: Style, declaration: Import): string {
  return print(style, 'import', declaration, () => {
    const { named = [] } = declaration;
    const specifiers = [
      ...(declaration.default ? [build.importDefaultSpecifier(build.identifier(declaration.default))] : []),
      ...(declaration.namespace
        ? [build.importNamespaceSpecifier(build.identifier(declaration.namespace))]
        : []),
      ...named.map(({ imported, local }) => importSpecifier(style, imported, local)),
    ];
    const node = build.importDeclaration(specifiers, build.stringLiteral(declaration.from));
    return declaration.json ? withJsonType(node) : node;
  });
}

/** `export { a, b as c };`, or with `from` `export { a as b } from './m.js';` */
export function printExportList(style: Style, names: readonly ExportedName[], from?: string): string {
  return print(style, 'list', { names, from }, () =>
    build.exportNamedDeclaration(
      null,
      names.map(({ local, exported }) => {
        const localName = moduleExportName(style, local);
        const exportedName = moduleExportName(style, exported);
        return build.exportSpecifier.from({ local: localName, exported: exportedName });
      }),
      from === undefined ? null : build.stringLiteral(from),
    ),
  );
}

/** `export * from './m.js';`, or with a name `export * as a from './m.js';` */
export function printExportAll(style: Style, from: string, exported?: string): string {
  return print(style, 'all', { from, exported }, () =>
    build.exportAllDeclaration(
      build.stringLiteral(from),
      exported === undefined ? null : moduleExportName(style, exported),
    ),
  );
}

/** `export default a;` */
export function printExportDefault(style: Style, local: string): string {
  return print(style, 'default', local, () => build.exportDefaultDeclaration(build.identifier(local)));
}

function importSpecifier(style: Style, imported: string, local: string) {
  const name = moduleExportName(style, imported);
  return imported === local
    ? build.importSpecifier(name)
    : build.importSpecifier(name, build.identifier(local));
}

/** A name, or a string where it is none (ECMA-262 §16.2: ModuleExportName); recast has no node for the latter. */
function moduleExportName(style: Style, name: string) {
  if (loneSurrogate.test(name)) throw new Error(`no module can export the name ${JSON.stringify(name)}`);
  return build.identifier(isIdentifierName(name) ? name : quoted(style, name));
}

type ImportNode = ReturnType<typeof build.importDeclaration>;

function withJsonType(node: ImportNode): ImportNode {
  const type = build.importAttribute(build.identifier('type'), build.stringLiteral('json'));
  return Object.assign(node, { assertions: [type], importAttributesKeyword: 'with' });
}

export function quoted(style: Pick<Style, 'quote'>, text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1);
  return style.quote === 'double' ? `"${escaped}"` : `'${escaped.replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
}

const printed = new Map<string, string>();
const printedLimit = 2_000;

function print(style: Style, kind: string, request: unknown, node: () => ModuleDeclaration): string {
  const key = `${kind} ${JSON.stringify([style.quote, style.semicolons, style.lineEnd, style.indent, request])}`;
  const known = printed.get(key);
  if (known !== undefined) return known;
  const options = { quote: style.quote, tabWidth: 2, wrapColumn: 100 };
  const code = recast.print(node(), options).code.replace(/;$/, style.semicolons ? ';' : '');
  const text = code.replace(/^ {2}/gm, style.indent).replaceAll('\n', style.lineEnd);
  if (printed.size >= printedLimit) printed.clear();
  printed.set(key, text);
  return text;
}
