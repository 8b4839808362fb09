import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { isFixedIn, isFixedInMade } from '../../src/checker/builtin-keys.ts';
import { fixedInNew } from '../../src/checker/strict/writes/fixed-builtins.ts';

const require = createRequire(import.meta.url);

const builtins = [
  ...[
    'buffer',
    'crypto',
    'dns',
    'events',
    'fs',
    'http',
    'net',
    'os',
    'perf_hooks',
    'process',
    'stream',
    'timers',
  ],
  ...['tls', 'util', 'util/types', 'zlib'],
];

/** What every function has, too; and what the process gets when jest loads `domain`. */
const others = new Set(['domain', 'length', 'name', 'prototype']);

/** Whether assigning to the key throws in strict code, by the first descriptor on the way up (ECMA-262 §10.1.9.2). */
function rejects(object: object, key: string): boolean {
  for (let at: object | null = object; at !== null; at = Object.getPrototypeOf(at)) {
    const descriptor = Object.getOwnPropertyDescriptor(at, key);
    if (descriptor === undefined) continue;
    return 'value' in descriptor ? descriptor.writable === false : descriptor.set === undefined;
  }
  return false;
}

function keysUpFrom(prototype: object): readonly string[] {
  const keys: string[] = [];
  for (let at = prototype; at !== Object.prototype && at !== null; at = Object.getPrototypeOf(at))
    keys.push(...Object.getOwnPropertyNames(at));
  return keys.filter((key) => key !== 'constructor' && rejects(prototype, key));
}

describe('what Node does not let be written is in the table', () => {
  it.each(builtins)('exports of %s', (name) => {
    const exported: object = require(`node:${name}`);
    const fixed = Object.getOwnPropertyNames(exported).filter(
      (key) => rejects(exported, key) && !others.has(key),
    );
    expect(fixed.filter((key) => !isFixedIn(name, [], key))).toEqual([]);
  });

  it.each([
    ['buffer', 'Buffer'],
    ['fs', 'ReadStream'],
    ['fs', 'WriteStream'],
    ['http', 'ClientRequest'],
    ['http', 'IncomingMessage'],
    ['http', 'Server'],
    ['http', 'ServerResponse'],
    ['net', 'Server'],
    ['net', 'Socket'],
    ['readline', 'Interface'],
    ['stream', 'Duplex'],
    ['stream', 'PassThrough'],
    ['stream', 'Readable'],
    ['stream', 'Transform'],
    ['stream', 'Writable'],
    ['tls', 'TLSSocket'],
    ['tty', 'ReadStream'],
    ['url', 'URL'],
    ['url', 'URLSearchParams'],
    ['worker_threads', 'Worker'],
    ['zlib', 'Gzip'],
  ])('objects of %s.%s', (name, made) => {
    const { prototype } = require(`node:${name}`)[made];
    const fixed = keysUpFrom(prototype).filter((key) => key !== 'BYTES_PER_ELEMENT');
    expect(fixed.length).toBeGreaterThan(0);
    expect(fixed.filter((key) => !isFixedInMade(name, [made], key))).toEqual([]);
  });

  it.each(['AbortController', 'Blob', 'Response', 'TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams'])(
    'objects of the global %s',
    (name) => {
      const { prototype } = Reflect.get(globalThis, name);
      expect(keysUpFrom(prototype).filter((key) => !fixedInNew.get(name)!.has(key))).toEqual([]);
    },
  );
});

describe('what can be written is not in the table', () => {
  it.each([
    ['fs', 'readFile'],
    ['http', 'globalAgent'],
    ['process', 'env'],
    ['process', 'exitCode'],
    ['zlib', 'Gzip'],
    ['zlib', 'gzipSync'],
  ])('%s.%s', (name, key) => {
    expect(rejects(require(`node:${name}`), key)).toBe(false);
    expect(isFixedIn(name, [], key)).toBe(false);
  });
});
