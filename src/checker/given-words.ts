import type * as t from '@babel/types';
import { parentOf } from '../syntax/tree.ts';
import { unwrap } from '../syntax/wrapping.ts';
import type { ScanContext } from './context.ts';
import type { PathString } from './facts.ts';
import { type PathText, plain, possibleTexts, specifierResolved } from './path-texts.ts';
import { givenTo, possibleElements } from './possible-values.ts';

/**
 * Texts that functions of other files of the program get, and that may be the names of folders or packages there:
 *
 * ```js
 * const { run, forget } = require('./lib/runner');
 * run(process.argv[2] || 'test');
 * forget(require.resolve('config'));
 * ```
 */
export function givenWords(scan: ScanContext): readonly PathString[] {
  const found = new Map<string, PathString>();
  for (const [call, to] of callsOfRequired(scan))
    for (const argument of call.arguments)
      for (const text of textsIn(scan, argument))
        if (mayBeName(text))
          found.set(`${text.start} ${to}`, { ...text, use: 'given', to, handed: [], at: argument.start! });
  return [...found.values()];
}

function mayBeName({ start, computed, fromFile }: PathText): boolean {
  return !computed && !fromFile && /^(?:\.\/)?[\w@-][\w@./-]*$/.test(start);
}

/** Calls of what the program's own files give, of members of that, and of what such calls give; and where these are named. */
function callsOfRequired(scan: ScanContext): ReadonlyMap<Call, number> {
  const values = new Map(ownRequires(scan));
  const calls = new Map<Call, number>();
  for (const [value, specifier] of values) {
    const parent = parentOf(value);
    if (parent === null) continue;
    if (isCall(parent) && parent.callee === value) calls.set(parent, specifier);
    for (const next of handsOn(parent, value, scan)) if (!values.has(next)) values.set(next, specifier);
  }
  return calls;
}

type Call = t.CallExpression | t.NewExpression;

function isCall(node: t.Node): node is Call {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}

/** `require('./lib/runner')` */
function ownRequires({ scopes }: ScanContext): readonly (readonly [t.Node, number])[] {
  return (scopes.free.get('require') ?? []).flatMap(({ node }) => {
    const call = parentOf(node);
    const [path] = call?.type === 'CallExpression' && call.callee === node ? call.arguments : [];
    return path?.type === 'StringLiteral' && path.value.startsWith('.')
      ? [[call!, path.start!] as const]
      : [];
  });
}

/** Where a value, a part of it, or what it gives when it is called, stands next. */
function handsOn(parent: t.Node, value: t.Node, scan: ScanContext): readonly t.Node[] {
  switch (parent.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === value ? [parent] : [];
    case 'MemberExpression':
      return parent.object === value ? [parent] : [];
    case 'AwaitExpression':
      return [parent];
    case 'VariableDeclarator':
      return parent.init === value ? namesIn(parent.id).flatMap((name) => readsOf(name, scan)) : [];
    case 'AssignmentExpression':
      return parent.right === value ? namesIn(parent.left).flatMap((name) => readsOf(name, scan)) : [];
    default:
      return [];
  }
}

function readsOf(name: t.Identifier, { scopes }: ScanContext): readonly t.Node[] {
  const references = scopes.referenceOf(name)?.binding?.references ?? [];
  return references.flatMap(({ node, access }) => (access === 'read' ? [node] : []));
}

/** `name`, or the names in `{ a, b: { c } }`. */
function namesIn(target: t.Node): readonly t.Identifier[] {
  if (target.type === 'Identifier') return [target];
  if (target.type !== 'ObjectPattern') return [];
  return target.properties.flatMap((property) =>
    property.type === 'ObjectProperty' ? namesIn(property.value) : [],
  );
}

/** The texts that an argument may be, those in a list, and those in options. */
function textsIn(scan: ScanContext, argument: t.Node): readonly PathText[] {
  const values = [argument, ...optionsIn(scan, argument)];
  return values
    .flatMap((value) => [value, ...possibleElements(scan, value)])
    .flatMap((value) =>
      typeof value === 'string' ? plain(value) : possibleTexts(nameIn(value, scan), scan),
    );
}

/** `'pad'` in `require.resolve('pad')` */
function nameIn(value: t.Node, { scopes }: ScanContext): t.Node {
  return (value.type === 'CallExpression' ? specifierResolved(value, scopes) : null) ?? value;
}

function optionsIn(scan: ScanContext, argument: t.Node): readonly t.Node[] {
  const bare = unwrap(argument);
  const objects = bare.type === 'Identifier' ? givenTo(scan, bare).map(unwrap) : [bare];
  return objects.flatMap((object) =>
    object.type === 'ObjectExpression'
      ? object.properties.flatMap((property) => (property.type === 'ObjectProperty' ? property.value : []))
      : [],
  );
}
