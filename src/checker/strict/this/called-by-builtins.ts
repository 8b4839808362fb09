import { isBuiltin } from 'node:module';
import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import { callsByName, lastName } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { nodesOf } from '../../nodes.ts';
import { perScan } from '../../per-scan.ts';
import { isInherits, isPureModuleCall } from '../../timeline/known-modules.ts';
import { functionOf, valuesOf } from '../own-functions.ts';
import type { Call } from './call-kinds.ts';
import { rootOf } from './object-roots.ts';

/**
 * The arguments that functions of Node's own modules may call, as callbacks: functions of the file, and what stands last.
 * Node calls most of these without a `this`, some on objects that its documentation does not tell of, and which of both can
 * change from one version to another.
 *
 * ```js
 * fs.readFile(path, function () { this.done = true; }); // the global object, in sloppy code
 * ```
 *
 * @see Node documentation, "Asynchronous Process Model", "JavaScript APIs: callbacks come last"
 */
export const calledByBuiltins = perScan((scan): ReadonlyMap<t.Node, Call> => {
  const found = new Map<t.Node, Call>();
  const specifiers = builtinsLoaded(scan);
  if (specifiers.size === 0) return found;
  const calls = [...nodesOf(scan, 'CallExpression'), ...nodesOf(scan, 'NewExpression')];
  for (const call of calls) {
    const callbacks = call.arguments.filter((given) => mayBeCallback(scan, call, given));
    if (callbacks.length === 0) continue;
    const specifier = specifiers.get(rootOf(scan, call.callee)?.from ?? -1);
    if (specifier === undefined || !callsPlainly(specifier, call)) continue;
    for (const callback of callbacks) found.set(callback, call);
  }
  return found;
});

/** Node's own modules that the file loads, by where rootOf has it that they are loaded. */
function builtinsLoaded(scan: ScanContext): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const add = (at: t.Node, source: t.Node | undefined): void => {
    if (source?.type === 'StringLiteral' && isBuiltin(source.value)) found.set(at.start!, source.value);
  };
  for (const call of callsByName(scan).of('require')) add(call, call.arguments[0]);
  for (const { source } of nodesOf(scan, 'ImportDeclaration')) add(source, source);
  return found;
}

function mayBeCallback(scan: ScanContext, call: Call, given: t.Node): boolean {
  if (functionOf(scan, given) !== null) return true;
  if (call.type === 'NewExpression' || call.arguments.at(-1) !== given) return false;
  const node = unwrap(given);
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  return !(binding ? valuesOf(binding) : [node]).some(isNoFunction);
}

function isNoFunction({ type }: t.Node): boolean {
  return type === 'ObjectExpression' || type === 'ArrayExpression' || type.endsWith('Literal');
}

function callsPlainly(specifier: string, { callee }: Call): boolean {
  const key = lastName(unwrap(callee));
  const path = key === null ? [] : [key];
  return !withReceiver.has(key ?? '') && !isInherits(specifier, path) && !isPureModuleCall(specifier, path);
}

/** Those whose callbacks are listeners of emitters, or of timers: these are called on that object. Others are given theirs. */
const withReceiver: ReadonlySet<string> = wordsOf(
  'addEventListener addListener connect createConnection createSecureServer createServer get listen on once',
  'prependListener prependOnceListener request setImmediate setInterval setTimeout',
  'apply bind call',
);
