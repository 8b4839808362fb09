import type { Scope } from '../../syntax/scope.ts';
import type { ScanContext } from '../context.ts';
import { perScan } from '../per-scan.ts';

/** Globals of every supported Node that cannot be written: sloppy code is not told, strict code gets a TypeError. */
export const readOnlyGlobals: ReadonlySet<string> = new Set([
  'undefined',
  'NaN',
  'Infinity',
  'crypto',
  'navigator',
]);

/** Globals that exist in every supported Node and can be written: assigning to them is the same in strict mode. */
export const writableGlobals: ReadonlySet<string> = new Set(
  `Object Function Array Number parseFloat parseInt Boolean String Symbol Date Promise RegExp Error AggregateError
  EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math Intl ArrayBuffer Uint8Array
  Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array
  BigInt64Array DataView Map BigInt Set WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry decodeURI
  decodeURIComponent encodeURI encodeURIComponent escape unescape isFinite isNaN console process global Buffer
  clearImmediate setImmediate clearInterval setInterval clearTimeout setTimeout queueMicrotask structuredClone atob btoa
  URL URLSearchParams DOMException AbortController AbortSignal Event EventTarget TextEncoder TextDecoder TransformStream
  WritableStream ReadableStream BroadcastChannel MessageChannel MessagePort MessageEvent Blob File performance fetch
  FormData Headers Request Response SharedArrayBuffer Atomics WebAssembly`.split(/\s+/),
);

/** All scopes of the file, outer ones first. */
export const scopesOf: (scan: ScanContext) => readonly Scope[] = perScan((scan) => {
  const scopes: Scope[] = [];
  const pending: Scope[] = [scan.scopes.program];
  for (let scope = pending.pop(); scope !== undefined; scope = pending.pop()) {
    scopes.push(scope);
    for (const child of scope.children) pending.push(child);
  }
  return scopes;
});

/** Whether `name` denotes the global object's property everywhere in the file: no scope binds it. */
export function isNeverBound(scan: ScanContext, name: string): boolean {
  return !boundNames(scan).has(name);
}

const boundNames = perScan((scan): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { bindings } of scopesOf(scan)) for (const name of bindings.keys()) names.add(name);
  return names;
});
