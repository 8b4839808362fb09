import type * as t from '@babel/types';
import { declaredBinding } from '../syntax/declared-binding.ts';
import { literalKey, staticKey } from '../syntax/keys.ts';
import { parentOf } from '../syntax/tree.ts';
import type { ScanContext } from './context.ts';
import { knownValue, UNKNOWN, type Value } from './known-values.ts';
import { listingCalls } from './path-uses.ts';

/** The name of a file that a conversion may put into a folder. */
const added = 'package.json';

/** The same as `readdir` gives it with `withFileTypes`; what its methods give stands under their names. */
const addedEntry = { name: added, isFile: true, isDirectory: false, isSymbolicLink: false };

/** Whether a file lists a folder and may take notice of any name in it. */
export function noticesNames(scan: ScanContext): boolean {
  return listingCalls(scan).some((call) => !passesOver(call, scan));
}

/**
 * Whether who lists a folder takes no notice of a package.json in it: `readdirSync(folder).filter((name) =>
 * name.endsWith('.js'))`, or a loop that goes on before anything is done.
 */
function passesOver(call: t.CallExpression, scan: ScanContext): boolean {
  const options = call.arguments[1];
  const entry = options?.type === 'ObjectExpression' && asksForTypes(options) ? addedEntry : added;
  const callback = call.arguments.at(-1);
  if (callback !== undefined && isFunction(callback)) return variablePasses(callback.params[1], entry, scan);
  if (options !== undefined && options.type !== 'ObjectExpression' && literalKey(options) === null)
    return false;
  return listPasses(call, entry, scan);
}

function asksForTypes({ properties }: t.ObjectExpression): boolean {
  return properties.some(
    (property) => property.type === 'ObjectProperty' && staticKey(property) === 'withFileTypes',
  );
}

function isFunction(node: t.Node): node is t.ArrowFunctionExpression | t.FunctionExpression {
  return node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression';
}

/** Whether wherever a list goes, the entry is passed over. */
function listPasses(list: t.Node, entry: Value, scan: ScanContext): boolean {
  const parent = parentOf(list);
  switch (parent?.type) {
    case 'AwaitExpression':
      return listPasses(parent, entry, scan);
    case 'VariableDeclarator':
      return parent.init === list && variablePasses(parent.id, entry, scan);
    case 'ForOfStatement':
      return parent.right === list && bodyPasses(declaredBy(parent.left), parent.body, entry, scan);
    case 'MemberExpression':
      return parent.object === list && methodPasses(parent, entry, scan);
    default:
      return false;
  }
}

function variablePasses(variable: t.Node | undefined, entry: Value, scan: ScanContext): boolean {
  if (variable?.type !== 'Identifier') return false;
  const binding = declaredBinding(variable, scan.scopes.scopeOf(variable));
  const reads = binding?.references.filter(({ access }) => access !== 'write') ?? [];
  const isOnce = binding !== null && binding.writes.length <= 1;
  return isOnce && reads.every(({ node }) => listPasses(node, entry, scan));
}

const reordering: ReadonlySet<string | null> = new Set(['reverse', 'sort']);

function methodPasses(member: t.MemberExpression, entry: Value, scan: ScanContext): boolean {
  const call = parentOf(member);
  if (call?.type !== 'CallExpression' || call.callee !== member) return false;
  const method = staticKey(member);
  if (reordering.has(method)) return listPasses(call, entry, scan);
  const [callback] = call.arguments;
  if (callback === undefined || !isFunction(callback)) return false;
  if (method === 'then') return variablePasses(callback.params[0], entry, scan);
  const [parameter] = callback.params;
  if (parameter === undefined || callback.async || callback.generator) return false;
  if (method === 'filter') return rejects(parameter, callback.body, entry, scan);
  return method === 'forEach' && bodyPasses(parameter, callback.body, entry, scan);
}

function declaredBy(left: t.Node): t.Node | undefined {
  return left.type === 'VariableDeclaration' ? left.declarations[0]?.id : undefined;
}

/** What running some code on the entry comes to: it went on to the next one, gave a value, or did something. */
type Outcome =
  | { readonly kind: 'next' | 'acts' | 'through' }
  | { readonly kind: 'gives'; readonly value: Value };

function rejects(parameter: t.Node, body: t.Node, entry: Value, scan: ScanContext): boolean {
  const outcome = run(parameter, body, entry, scan);
  if (outcome.kind === 'gives') return outcome.value !== UNKNOWN && !outcome.value;
  return outcome.kind === 'through';
}

function bodyPasses(parameter: t.Node | undefined, body: t.Node, entry: Value, scan: ScanContext): boolean {
  if (parameter === undefined) return false;
  const outcome = run(parameter, body, entry, scan);
  return outcome.kind === 'gives' ? outcome.value !== UNKNOWN : outcome.kind !== 'acts';
}

function run(parameter: t.Node, body: t.Node, entry: Value, scan: ScanContext): Outcome {
  const known = new Map<t.Node, Value>();
  if (!bind(parameter, entry, known)) return { kind: 'acts' };
  return body.type.endsWith('Statement')
    ? step(body, known, scan)
    : { kind: 'gives', value: knownValue(body, known, scan) };
}

/** `(name) =>`, `({ name }) =>` */
function bind(target: t.Node, value: Value, known: Map<t.Node, Value>): boolean {
  if (target.type === 'Identifier') {
    known.set(target, value);
    return true;
  }
  if (target.type !== 'ObjectPattern' || typeof value !== 'object' || value === null) return false;
  return target.properties.every((property) => {
    const key = property.type === 'ObjectProperty' ? staticKey(property) : null;
    if (property.type !== 'ObjectProperty' || key === null || !Object.hasOwn(value, key)) return false;
    return bind(property.value, (value as Record<string, Value>)[key], known);
  });
}

const through: Outcome = { kind: 'through' };
const acts: Outcome = { kind: 'acts' };

function step(statement: t.Node, known: Map<t.Node, Value>, scan: ScanContext): Outcome {
  const value = (node: t.Node): Value => knownValue(node, known, scan);
  switch (statement.type) {
    case 'EmptyStatement':
      return through;
    case 'BlockStatement':
      return steps(statement.body, known, scan);
    case 'ContinueStatement':
      return statement.label ? acts : { kind: 'next' };
    case 'ReturnStatement':
      return { kind: 'gives', value: statement.argument ? value(statement.argument) : undefined };
    case 'ExpressionStatement':
      return value(statement.expression) === UNKNOWN ? acts : through;
    case 'IfStatement': {
      const test = value(statement.test);
      const branch = test ? statement.consequent : statement.alternate;
      if (test === UNKNOWN) return acts;
      return branch ? step(branch, known, scan) : through;
    }
    case 'VariableDeclaration':
      return statement.declarations.every(({ id, init }) => init != null && bindKnown(id, value(init), known))
        ? through
        : acts;
    default:
      return acts;
  }
}

function bindKnown(target: t.Node, value: Value, known: Map<t.Node, Value>): boolean {
  return value !== UNKNOWN && bind(target, value, known);
}

function steps(statements: readonly t.Node[], known: Map<t.Node, Value>, scan: ScanContext): Outcome {
  for (const statement of statements) {
    const outcome = step(statement, known, scan);
    if (outcome.kind !== 'through') return outcome;
  }
  return through;
}
