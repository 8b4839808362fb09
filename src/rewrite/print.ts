/** Prints the declarations that we add, in the author's style; a test holds the forms against those of recast. */
import type { Layout } from '../checker/facts.ts';
import { isIdentifierName } from './naming.ts';

/** Such a string cannot name an export (ECMA-262 §16.2.3.1). */
const loneSurrogate = /\p{Surrogate}/u;
/** A longer list of imported names gets a line for each. */
const widest = 100;

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
  const { named = [], namespace, from, json = false } = declaration;
  const taken = [
    ...(declaration.default ? [declaration.default] : []),
    ...(namespace ? [`* as ${namespace}`] : []),
    ...(named.length > 0 ? [bracedImports(style, named)] : []),
  ];
  const names = taken.length > 0 ? `${taken.join(', ')} from ` : '';
  const attributes = json ? ` with { type: ${quoted(style, 'json')} }` : '';
  return closed(style, `import ${names}${quoted(style, from)}${attributes}`);
}

/** `export { a, b as c };`, or with `from` `export { a as b } from './m.js';` */
export function printExportList(style: Style, names: readonly ExportedName[], from?: string): string {
  const list = names.map(({ local, exported }) => renamed(style, local, exported)).join(', ');
  const source = from === undefined ? '' : ` from ${quoted(style, from)}`;
  return closed(style, `export ${list === '' ? '{}' : `{ ${list} }`}${source}`);
}

/** `export * from './m.js';`, or with a name `export * as a from './m.js';` */
export function printExportAll(style: Style, from: string, exported?: string): string {
  const name = exported === undefined ? '' : ` as ${moduleExportName(style, exported)}`;
  return closed(style, `export *${name} from ${quoted(style, from)}`);
}

/** `export default a;` */
export function printExportDefault(style: Style, local: string): string {
  return closed(style, `export default ${local}`);
}

function bracedImports(style: Style, named: readonly ImportedName[]): string {
  const items = named.map(({ imported, local }) => renamed(style, imported, local));
  const line = items.join(', ');
  if (line.length <= widest) return `{ ${line} }`;
  const { indent, lineEnd } = style;
  return `{${lineEnd}${items.map((item) => `${indent}${item},${lineEnd}`).join('')}}`;
}

/** `a`, or `a as b` */
function renamed(style: Style, from: string, to: string): string {
  const name = moduleExportName(style, from);
  return from === to ? name : `${name} as ${moduleExportName(style, to)}`;
}

/** A name, or a string where it is none (ECMA-262 §16.2: ModuleExportName). */
function moduleExportName(style: Style, name: string): string {
  if (loneSurrogate.test(name)) throw new Error(`no module can export the name ${JSON.stringify(name)}`);
  return isIdentifierName(name) ? name : quoted(style, name);
}

/** A string literal; U+2028 and U+2029 end a line for many tools, though not for the language. */
export function quoted(style: Pick<Style, 'quote'>, text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
  return style.quote === 'double' ? `"${escaped}"` : `'${escaped.replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
}

function closed({ semicolons }: Style, statement: string): string {
  return semicolons ? `${statement};` : statement;
}
