import type * as t from '@babel/types';
import { bodyOf } from './contents.ts';
import type { Resolver } from './resolver.ts';

/**
 * Whether the ES module `wrapper` does nothing but export the CommonJS module `inner`, the whole of it as `default`:
 *
 *     import inner from './index.cjs';
 *     export default inner;
 *     export const { a, b } = inner;
 *
 * Then the two files of a dual package give the same values. Anything else counts as something of its own.
 */
export function onlyReExports(wrapper: string, inner: string, resolver: Resolver): boolean {
  const body = bodyOf(wrapper, longestWrapper);
  if (body === null) return false;
  const leadsToInner = (source: t.StringLiteral): boolean => {
    const target = resolver.esm(source.value, wrapper);
    return target.kind === 'file' && target.path === inner;
  };
  const whole = wholeName(body, leadsToInner);
  return (
    body.every((statement) => isForwarding(statement, whole, leadsToInner)) &&
    body.some((statement) => exportsWholeAsDefault(statement, whole))
  );
}

/** A longer text surely has something of its own: it is a build, which takes long to parse. */
const longestWrapper = 20_000;

type LeadsToInner = (source: t.StringLiteral) => boolean;

/** The local name of `import name from inner`. */
function wholeName(body: readonly t.Statement[], leadsToInner: LeadsToInner): string | null {
  for (const statement of body) {
    if (statement.type !== 'ImportDeclaration' || !leadsToInner(statement.source)) continue;
    const whole = statement.specifiers.find(isDefaultImport);
    if (whole !== undefined) return whole.local.name;
  }
  return null;
}

function isDefaultImport(specifier: t.ImportDeclaration['specifiers'][number]): boolean {
  return (
    specifier.type === 'ImportDefaultSpecifier' ||
    (specifier.type === 'ImportSpecifier' && exportName(specifier.imported) === 'default')
  );
}

function isForwarding(statement: t.Statement, whole: string | null, leadsToInner: LeadsToInner): boolean {
  switch (statement.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return leadsToInner(statement.source);
    case 'ExportDefaultDeclaration':
      return isName(statement.declaration, whole);
    case 'ExportNamedDeclaration':
      if (statement.source) return leadsToInner(statement.source);
      return statement.declaration == null || isTakingApart(statement.declaration, whole);
    case 'VariableDeclaration':
      return isTakingApart(statement, whole);
    default:
      return statement.type === 'EmptyStatement';
  }
}

/** `const { a, b: c } = inner`, `const a = inner.a` */
function isTakingApart(statement: t.Statement | t.Declaration, whole: string | null): boolean {
  return (
    statement.type === 'VariableDeclaration' &&
    statement.declarations.every(({ id, init }) =>
      id.type === 'ObjectPattern'
        ? isName(init, whole) && id.properties.every(isPlainProperty)
        : id.type === 'Identifier' &&
          init?.type === 'MemberExpression' &&
          !init.computed &&
          isName(init.object, whole),
    )
  );
}

function isPlainProperty(property: t.ObjectPattern['properties'][number]): boolean {
  return property.type === 'ObjectProperty' && !property.computed && property.value.type === 'Identifier';
}

/** `export default inner`, `export { inner as default }`, `export { default } from './index.cjs'` */
function exportsWholeAsDefault(statement: t.Statement, whole: string | null): boolean {
  if (statement.type === 'ExportDefaultDeclaration') return true;
  if (statement.type !== 'ExportNamedDeclaration') return false;
  const source = statement.source ? 'default' : whole;
  return statement.specifiers.some(
    (specifier) =>
      specifier.type === 'ExportSpecifier' &&
      exportName(specifier.exported) === 'default' &&
      exportName(specifier.local) === source,
  );
}

function exportName(node: t.Identifier | t.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

function isName(node: t.Node | null | undefined, name: string | null): boolean {
  return node?.type === 'Identifier' && node.name === name;
}
