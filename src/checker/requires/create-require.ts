import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { isFreeName } from '../free-names.ts';
import { nodesOf } from '../nodes.ts';
import { type Call, callOf, isMemberOf, type RequireCall } from './calls.ts';
import { foldString } from './specifier.ts';

const moduleBuiltins = new Set(['module', 'node:module']);

/**
 * Calls that make a `require` function: `createRequire(import.meta.url)`.
 *
 * @param known the requires found so far, among them those of the builtin `module`.
 * @see Node.js documentation, "module.createRequire(filename)"
 */
export function createRequireCalls(context: ScanContext, known: readonly RequireCall[]): readonly Call[] {
  const { scopes } = context;
  const values = known
    .map(({ call }) => call)
    .filter(({ arguments: [argument] }) => isModuleBuiltin(argument));
  const functions = [...values.flatMap((value) => fromValue(value, scopes)), ...fromImports(context)];
  return functions.map(callOf).filter((call) => call !== null);
}

function isModuleBuiltin(specifier: t.Node | undefined): boolean {
  return specifier !== undefined && moduleBuiltins.has(foldString(specifier) ?? '');
}

/** The expressions that have the function as value, given one that has the builtin module. */
function fromValue(value: t.Node, scopes: Scopes): readonly t.Node[] {
  const parent = parentOf(value);
  if (isMemberOf(parent, value)) return staticKey(parent) === 'createRequire' ? [parent] : [];
  if (parent?.type !== 'VariableDeclarator' || parent.init !== value) return [];
  if (parent.id.type === 'Identifier') return readsOf(parent.id, scopes).flatMap(membersNamed);
  if (parent.id.type !== 'ObjectPattern') return [];
  return parent.id.properties.flatMap((property) =>
    property.type === 'ObjectProperty' &&
    staticKey(property) === 'createRequire' &&
    property.value.type === 'Identifier'
      ? readsOf(property.value, scopes)
      : [],
  );
}

function fromImports(context: ScanContext): readonly t.Node[] {
  const declarations = nodesOf(context, 'ImportDeclaration').filter(({ source }) =>
    moduleBuiltins.has(source.value),
  );
  return declarations.flatMap(({ specifiers }) =>
    specifiers.flatMap((specifier) => {
      const reads = readsOf(specifier.local, context.scopes);
      if (specifier.type !== 'ImportSpecifier') return reads.flatMap(membersNamed);
      return importedName(specifier) === 'createRequire' ? reads : [];
    }),
  );
}

function importedName({ imported }: t.ImportSpecifier): string {
  return imported.type === 'Identifier' ? imported.name : imported.value;
}

function membersNamed(object: t.Node): readonly t.Node[] {
  const member = parentOf(object);
  return isMemberOf(member, object) && staticKey(member) === 'createRequire' ? [member] : [];
}

/** The reads of a variable that is set where it is declared and nowhere else. */
function readsOf(declared: t.Identifier, scopes: Scopes): readonly t.Node[] {
  const reference = scopes.referenceOf(declared);
  // An import binds a name without writing to it.
  const binding = reference === undefined ? scopes.program.bindings.get(declared.name) : reference.binding;
  if (binding?.declarations.length !== 1) return [];
  const writes = binding.writes;
  if (writes.some(({ node }) => node !== declared)) return [];
  return binding.references.filter(({ access }) => access === 'read').map(({ node }) => node);
}

/** Whether it is one for this very file: `(import.meta.url)`, `(import.meta.filename)`, `(__filename)`. */
export function isForThisFile({ arguments: [argument, ...others] }: Call, scopes: Scopes): boolean {
  if (argument === undefined || others.length > 0) return false;
  if (isFreeName(argument, '__filename', scopes)) return true;
  return (
    argument.type === 'MemberExpression' &&
    argument.object.type === 'MetaProperty' &&
    argument.object.meta.name === 'import' &&
    ['url', 'filename'].includes(staticKey(argument) ?? '')
  );
}
