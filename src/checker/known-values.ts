import { posix } from 'node:path';
import type * as t from '@babel/types';
import { initOf } from '../syntax/declaration.ts';
import { staticKey } from '../syntax/keys.ts';
import { eachChild } from '../syntax/tree.ts';
import { unwrap } from '../syntax/wrapping.ts';
import type { ScanContext } from './context.ts';
import { calleeName } from './path-texts.ts';

/** What expressions give where a variable is known to hold some text: `path.extname(file) === '.js'`. */

export type Value = unknown;

/** It may be anything, or computing it may do something. */
export const UNKNOWN = Symbol('unknown');

/** What the variables that some identifiers declare hold. */
export type Known = ReadonlyMap<t.Node, Value>;

/** How deep constants are followed to constants. */
const deepest = 20;

export function knownValue(wrapped: t.Node, known: Known, scan: ScanContext, depth = 0): Value {
  if (depth > deepest) return UNKNOWN;
  const node = unwrap(wrapped);
  const part = (inner: t.Node): Value => knownValue(inner, known, scan, depth + 1);
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node.value;
    case 'NullLiteral':
      return null;
    case 'RegExpLiteral':
      return patternOf(node);
    case 'Identifier':
      return valueOfName(node, known, scan, part);
    case 'TemplateLiteral':
      return all([...node.expressions].map(part), (parts) =>
        node.quasis
          .map(
            ({ value }, index) => (value.cooked ?? '') + (index < parts.length ? String(parts[index]) : ''),
          )
          .join(''),
      );
    case 'ArrayExpression':
      return all(
        node.elements.map((element) => (element === null ? UNKNOWN : part(element))),
        (list) => list,
      );
    case 'UnaryExpression':
      return all([part(node.argument)], ([value]) => unary[node.operator]?.(value) ?? UNKNOWN);
    case 'BinaryExpression':
      return all([part(node.left), part(node.right)], ([a, b]) => binary[node.operator]?.(a, b) ?? UNKNOWN);
    case 'LogicalExpression':
      return logical(node, part);
    case 'ConditionalExpression':
      return all([part(node.test)], ([test]) => part(test ? node.consequent : node.alternate));
    case 'MemberExpression':
      return memberOf(node, part);
    case 'CallExpression':
      return resultOf(node, part);
    default:
      return UNKNOWN;
  }
}

function all(values: readonly Value[], then: (values: readonly Value[]) => Value): Value {
  return values.includes(UNKNOWN) ? UNKNOWN : then(values);
}

/** A pattern with a state of its own is not the same each time. */
function patternOf({ pattern, flags }: t.RegExpLiteral): Value {
  if (/[gy]/.test(flags)) return UNKNOWN;
  try {
    return new RegExp(pattern, flags);
  } catch {
    return UNKNOWN;
  }
}

/** A variable that is known, or a constant. */
function valueOfName(
  node: t.Identifier,
  known: Known,
  scan: ScanContext,
  part: (inner: t.Node) => Value,
): Value {
  const binding = scan.scopes.referenceOf(node)?.binding ?? null;
  const declaration = binding?.declarations[0];
  if (binding === null || declaration === undefined) return node.name === 'undefined' ? undefined : UNKNOWN;
  if (known.has(declaration)) return binding.writes.length > 1 ? UNKNOWN : known.get(declaration);
  const isConstant = binding.kind === 'const' || (binding.kind === 'var' && binding.writes.length === 1);
  const init = isConstant ? initOf(declaration) : null;
  return init === null ? UNKNOWN : part(init);
}

const unary: Readonly<Record<string, (value: Value) => Value>> = {
  '!': (value) => !value,
  '-': (value) => -Number(value),
  '~': (value) => ~Number(value),
  typeof: (value) => typeof value,
};

/** Comparisons of what differs in type are left alone. */
const binary: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '==': (a, b) => (typeof a === typeof b ? a === b : UNKNOWN),
  '!=': (a, b) => (typeof a === typeof b ? a !== b : UNKNOWN),
  '<': (a, b) => Number(a) < Number(b),
  '<=': (a, b) => Number(a) <= Number(b),
  '>': (a, b) => Number(a) > Number(b),
  '>=': (a, b) => Number(a) >= Number(b),
  '+': (a, b) => (typeof a === 'string' && typeof b === 'string' ? a + b : Number(a) + Number(b)),
  '-': (a, b) => Number(a) - Number(b),
};

function logical({ operator, left, right }: t.LogicalExpression, part: (inner: t.Node) => Value): Value {
  const first = part(left);
  if (first === UNKNOWN) {
    // Whatever the left side gives, the whole is as true as the right one.
    const second = operator !== '??' && isHarmless(left) ? part(right) : UNKNOWN;
    return second !== UNKNOWN && Boolean(second) === (operator === '||') ? second : UNKNOWN;
  }
  const takesRight = operator === '&&' ? first : operator === '||' ? !first : first == null;
  return takesRight ? part(right) : first;
}

/** Whether all that it does is to look at texts and files. */
function isHarmless(node: t.Node): boolean {
  if (acting.has(node.type)) return false;
  if (/Call|New/.test(node.type) && !looking.has(calleeName((node as t.CallExpression).callee))) return false;
  let harmless = true;
  eachChild(node, (child) => {
    harmless &&= isHarmless(child);
  });
  return harmless;
}

const acting: ReadonlySet<string> = new Set([
  ...[
    'AssignmentExpression',
    'AwaitExpression',
    'TaggedTemplateExpression',
    'UpdateExpression',
    'YieldExpression',
  ],
]);

const looking: ReadonlySet<string> = new Set(
  `basename endsWith existsSync extname includes indexOf isDirectory isFile join lstatSync match resolve slice
    startsWith statSync substr test`.split(/\s+/),
);

function memberOf(node: t.MemberExpression, part: (inner: t.Node) => Value): Value {
  const object = part(node.object);
  const key = node.computed ? part(node.property) : staticKey(node);
  if (object === UNKNOWN || object == null || (typeof key !== 'string' && typeof key !== 'number'))
    return UNKNOWN;
  const isOwn = Object.hasOwn(Object(object), key);
  return isOwn
    ? (object as Record<string | number, Value>)[key]
    : typeof key === 'number'
      ? undefined
      : UNKNOWN;
}

const pure: ReadonlySet<unknown> = new Set<unknown>([
  ...'at charAt endsWith includes indexOf lastIndexOf match replace search slice split startsWith substr substring toLowerCase toUpperCase trim'
    .split(' ')
    .map((name) => (String.prototype as unknown as Record<string, unknown>)[name]),
  ...'at includes indexOf join slice'
    .split(' ')
    .map((name) => (Array.prototype as unknown as Record<string, unknown>)[name]),
  RegExp.prototype.test,
  RegExp.prototype.exec,
]);

/** By the names of the functions of `path` alone; of a name without folders, all systems say the same. */
const ofPaths: Readonly<Record<string, (name: string, ending?: string) => Value>> = {
  basename: posix.basename,
  extname: posix.extname,
  parse: posix.parse,
};

function isText(value: Value): value is string {
  return typeof value === 'string' && !value.includes('/');
}

function resultOf(node: t.CallExpression, part: (inner: t.Node) => Value): Value {
  const name = calleeName(node.callee);
  const values = node.arguments.map(part);
  if (values.includes(UNKNOWN)) return UNKNOWN;
  const ofPath = Object.hasOwn(ofPaths, name) ? ofPaths[name] : undefined;
  if (ofPath !== undefined && values.every(isText)) return ofPath(values[0] ?? '', values[1]);
  if (node.callee.type !== 'MemberExpression') return UNKNOWN;
  const object = part(node.callee.object);
  if (object === UNKNOWN || object == null) return UNKNOWN;
  const method: unknown = (object as Record<string, unknown>)[name];
  if (typeof method === 'boolean' && values.length === 0) return method;
  return typeof method === 'function' && pure.has(method) ? Reflect.apply(method, object, values) : UNKNOWN;
}
