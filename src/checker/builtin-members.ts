/** Builtins that go by several names: `require('fs').promises` is `require('fs/promises')` (Node documentation). */

/** By builtin and key: the builtin that is found there. */
const members: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['assert', { ok: 'assert', strict: 'assert/strict' }],
  ['assert/strict', { ok: 'assert', strict: 'assert/strict' }],
  ['dns', { promises: 'dns/promises' }],
  ['events', { EventEmitter: 'events' }],
  ['fs', { promises: 'fs/promises' }],
  ['module', { Module: 'module' }],
  ['node:test', { it: 'node:test', test: 'node:test' }],
  ['path', { posix: 'path', win32: 'path' }],
  ['readline', { promises: 'readline/promises' }],
  ['stream', { Stream: 'stream', promises: 'stream/promises' }],
  ['timers', { promises: 'timers/promises' }],
  ['util', { types: 'util/types' }],
]);

/** Names of one object; of `path/posix` and `path/win32` one is `path`, which depends on the system. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['path/posix', 'path'],
  ['path/win32', 'path'],
  ['sys', 'util'],
]);

/** Whether a member of this name may be a builtin. */
export const builtinMemberKeys: ReadonlySet<string> = new Set(
  [...members.values()].flatMap((keys) => Object.keys(keys)),
);

/** One name for all by which a builtin may go. */
export function sameBuiltin(name: string): string {
  return otherNames.get(name) ?? name;
}

/** The members of a builtin that are builtins: their keys, and the names of these. */
export function builtinsIn(name: string): readonly (readonly [key: string, builtin: string])[] {
  return Object.entries(members.get(sameBuiltin(name)) ?? {});
}

/** Those that are functions: who gets one calls it, as a rule, while whoever gets an object may change it. */
export const callableBuiltins: ReadonlySet<string> = new Set([
  'assert',
  'assert/strict',
  'events',
  'module',
  'node:test',
  'stream',
]);

/** Those that are also variables of every program. */
export const globalBuiltins: readonly string[] = ['console', 'process'];
