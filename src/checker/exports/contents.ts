import type * as t from '@babel/types';
import { alternativesOf } from '../../syntax/alternatives.ts';
import { staticKey } from '../../syntax/keys.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import { callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { ExportsFacts } from '../facts.ts';
import { pathOfGlobal } from '../free-names.ts';
import { builtinMethods, mutatingMethods } from '../timeline/known-globals.ts';
import { wholeExports } from '../timeline/whole-exports.ts';
import { isSpelledOut } from './exported-values.ts';
import { isRequire } from './foreign-objects.ts';
import { valuesOfName } from './inheriting.ts';
import { placesOf } from './places.ts';

type Contents = ExportsFacts['contents'];

/** How the contents of what the file exports may change, though nobody assigns to a key: `list.push(1)`, `map.set('a', 1)`. */
export function contentsOf(scan: ScanContext): Contents {
  const found = new Set(wholeExports(scan).flatMap((value) => contentsIn(scan, value)));
  const worst = ranked.find((contents) => found.has(contents)) ?? 'none';
  return worst === 'kept' && callsMutators(scan) ? 'changing' : worst;
}

const ranked: readonly Contents[] = ['internal', 'changing', 'kept'];

function contentsIn(scan: ScanContext, value: t.Node, seen: ReadonlySet<t.Node> = new Set()): Contents[] {
  const node = unwrap(value);
  if (seen.has(node)) return [];
  const among = (values: readonly t.Node[]): Contents[] =>
    values.flatMap((each) => contentsIn(scan, each, new Set([...seen, node])));
  switch (node.type) {
    case 'Identifier':
      return among(valuesOfName(scan, node) ?? []);
    case 'ArrayExpression':
    case 'RegExpLiteral':
      return ['kept'];
    case 'NewExpression':
      return [contentsOfNew(pathOfGlobal(scan, node.callee))];
    case 'CallExpression':
      return contentsOfCall(scan, node);
    default:
      return among(alternativesOf(node) ?? []);
  }
}

function contentsOfNew(name: string | null): Contents {
  if (name === null) return 'changing';
  return collections.has(name) ? 'kept' : 'internal';
}

/** What these make changes by `mutatingMethods` only. */
const collections: ReadonlySet<string> = new Set([
  ...['Array', 'Map', 'Object', 'Set', 'WeakMap', 'WeakSet', 'Proxy'],
  ...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
]);

function contentsOfCall(scan: ScanContext, call: t.CallExpression): Contents[] {
  const { callee, arguments: given } = call;
  if (isRequire(call, scan)) return [];
  const name = pathOfGlobal(scan, callee);
  const [first] = given;
  if (name === 'Object.freeze' && first && isSpelledOut(first.type)) return [];
  const isMethod = callee.type === 'MemberExpression' && builtinMethods.has(staticKey(callee) ?? '');
  return [name !== null || isMethod ? 'kept' : 'changing'];
}

/** Whether a function of the file changes some list, map or set. */
function callsMutators(scan: ScanContext): boolean {
  const calls = callsByName(scan).ofAny(mutatingMethods);
  return calls.some((call) => placesOf(scan).of(call).region !== null);
}
