import { describe, expect, test } from '@jest/globals';
import { exportsFacts } from '../../src/checker/exports/exports.ts';
import { requireFacts } from '../../src/checker/requires/index.ts';
import { scan } from '../../src/checker/scan.ts';
import { languageFunctions } from '../../src/checker/timeline/known-globals.ts';
import { timelineFacts } from '../../src/checker/timeline/timeline.ts';
import { convert } from '../../src/project/convert.ts';
import { briefUses } from '../support/brief-require.ts';
import { contextOf } from '../support/scan-context.ts';

// What the checker knows by name, name by name: leaving one out refuses code, or lets something slip.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const methodsOf = (owner: string, names: string): readonly string[] =>
  words(names).map((name) => `${owner}.${name}`);

describe('no effect', () => {
  const pure = [
    ...words(`parseFloat parseInt isFinite isNaN Boolean Number String Symbol BigInt Object Array RegExp Error TypeError
      decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape Date`),
    ...methodsOf(
      'Object',
      `create entries fromEntries getOwnPropertyDescriptor getOwnPropertyNames getPrototypeOf hasOwn is isExtensible
        isFrozen isSealed keys values`,
    ),
    ...methodsOf('Reflect', 'get getOwnPropertyDescriptor getPrototypeOf has isExtensible ownKeys'),
    ...methodsOf('Array', 'from isArray of'),
    ...methodsOf('Uint8Array', 'from of'),
    ...methodsOf('Number', 'isFinite isInteger isNaN isSafeInteger parseFloat parseInt'),
    ...methodsOf('String', 'fromCharCode fromCodePoint raw'),
    ...methodsOf('Symbol', 'for keyFor'),
    ...methodsOf('JSON', 'parse stringify'),
    ...methodsOf('Date', 'UTC now parse'),
    ...methodsOf('Buffer', 'alloc allocUnsafe byteLength compare concat from isBuffer isEncoding'),
    ...methodsOf('Promise', 'resolve'),
    ...methodsOf('process', 'cwd hrtime memoryUsage uptime getuid getgid geteuid getegid'),
    ...methodsOf('performance', 'now'),
    ...methodsOf('require', 'resolve resolve.paths'),
    ...methodsOf('Math', 'abs ceil floor log10 log2 max min pow random round sign sqrt trunc'),
  ];

  test.each(pure)('%s()', (name) => {
    expect(effects(`var result = ${name}("a");`)).toEqual([]);
  });

  const constructors =
    words(`Object Array Boolean Number String Map Set WeakMap WeakSet RegExp Date Error TypeError
    RangeError ArrayBuffer DataView Uint8Array Promise Intl.Collator Intl.NumberFormat Intl.DateTimeFormat URL
    URLSearchParams TextEncoder TextDecoder AbortController EventTarget`);

  test.each(constructors)('new %s()', (name) => {
    expect(effects(`var result = new ${name}();`)).toEqual([]);
  });

  const ofOwn =
    words(`add at concat copyWithin delete endsWith entries every fill filter find findIndex findLast flat
    flatMap forEach get has hasOwnProperty includes indexOf join keys lastIndexOf map match matchAll normalize padEnd
    padStart pop push reduce reduceRight repeat replace replaceAll reverse search set shift slice some sort splice
    split startsWith substr substring test toFixed toLowerCase toString toUpperCase trim unshift valueOf values`);

  test.each(ofOwn)('[].%s()', (name) => {
    expect(effects(`var own = []; own.${name}(1);`)).toEqual([]);
  });

  test('others may have one', () => {
    expect(effects('Object.groupUp([]);')).toEqual(['call Object.groupUp']);
    expect(effects('new Thing();')).toEqual(['new Thing']);
    expect(effects('var own = []; own.send(1);')).not.toEqual([]);
  });
});

describe('an effect', () => {
  test('Promise.reject(): who rejects first is told first', () => {
    expect(effects('var result = Promise.reject("a");')).toEqual(['call Promise.reject']);
  });

  test.each(words('abort exit kill reallyExit'))('process.%s()', (name) => {
    expect(effects(`process.${name}(1);`)).toEqual([`exit process.${name}`]);
  });

  test.each([
    ...methodsOf(
      'Object',
      'assign defineProperties defineProperty freeze preventExtensions seal setPrototypeOf',
    ),
    ...methodsOf('Reflect', 'defineProperty deleteProperty preventExtensions set setPrototypeOf'),
    'Error.captureStackTrace',
  ])('%s() of what others have', (name) => {
    expect(effects(`${name}(require("a"), "b");`)).not.toEqual(['require']);
    expect(effects(`${name}({}, "b");`)).toEqual([]);
  });
});

describe('what functions of the language do with a module', () => {
  test.each<readonly [string, string]>([
    ...methodsOf(
      'Object',
      'entries getOwnPropertyDescriptors getOwnPropertyNames getOwnPropertySymbols keys values',
    ).map((name) => [name, 'enumerate'] as const),
    ...words('Reflect.ownKeys JSON.stringify').map((name) => [name, 'enumerate'] as const),
    ...words('Object.getOwnPropertyDescriptor Object.hasOwn Reflect.has').map(
      (name) => [name, 'computed'] as const,
    ),
    ...methodsOf(
      'Object',
      'assign defineProperties defineProperty freeze preventExtensions seal setPrototypeOf',
    ).map((name) => [name, 'computed write'] as const),
    ...methodsOf('Reflect', 'defineProperty deleteProperty set').map(
      (name) => [name, 'computed write'] as const,
    ),
    ['Object.unknown', 'value'],
  ])('%s(): %s', (name, expected) => {
    const [fact] = requireFacts(contextOf(`var m = require('x'); ${name}(m, 'a');`)).requires;
    const { form } = fact!;
    if (form.kind !== 'declarator' || form.target.kind !== 'name') throw new Error('A name is bound.');
    expect(briefUses(form.target.uses)).toBe(`[${expected}]`);
  });
});

test('what the language is taken to have is there', () => {
  const missing = [...languageFunctions].filter(
    (path) => typeof path.split('.').reduce<unknown>(memberOf, globalThis) !== 'function',
  );
  expect(missing).toEqual([]);
});

const memberOf = (object: unknown, key: string): unknown => Reflect.get(Object(object), key);

describe('the this of callbacks', () => {
  test.each<readonly [string, boolean, boolean]>([
    ...words('forEach reduce reduceRight sort every some').map((name) => [name, true, true] as const),
    ...words('map filter find findIndex flatMap').map((name) => [name, true, false] as const),
    ['each', false, false],
  ])('%s: none for that of a list (%s), none for that of anything (%s)', (name, ofList, ofAnything) => {
    const isMended = (object: string): boolean =>
      convert(`${object}.${name}(function () { console.log(typeof this); });`, {
        path: 'x.js',
      }).diagnostics.some(({ code }) => code === 'strict-global-this');
    expect([isMended('[1, 2]'), isMended('list')]).toEqual([ofList, ofAnything]);
  });

  test.each<readonly [string, boolean]>([
    ...words('== != === !== in instanceof').map((operator) => [operator, true] as const),
    ...words('+ - * / % ** < > <= >= & | ^').map((operator) => [operator, false] as const),
  ])('%s tells a primitive one from its object: %s', (operator, expected) => {
    const source = `function f() { return this ${operator} x; } f.call('text'); var x = {};`;
    const codes = convert(source, { path: 'x.js' }).diagnostics.map(({ code }) => code);
    expect(codes.includes('strict-this-object')).toBe(expected);
  });
});

describe('what functions do with a path', () => {
  const ofFiles = words('copyFile cp open rename unlink utimes watch watchFile');
  const probing = words('access exists lstat realpath stat');

  test.each<readonly [string, string]>([
    ...ofFiles.flatMap((name) => [[name, 'file'] as const, [`${name}Sync`, 'file'] as const]),
    ...probing.flatMap((name) => [[name, 'probe'] as const, [`${name}Sync`, 'probe'] as const]),
    ...words('fork spawn spawnSync exec execSync execFile execFileSync setupMaster setupPrimary').map(
      (name) => [name, 'start'] as const,
    ),
    ...words('readFile readFileSync createReadStream sendFile').map((name) => [name, 'read'] as const),
    ['listen', 'other'],
  ])('%s: %s', (name, expected) => {
    const { pathStrings } = scan(`tool.${name}('./lib/a.js', done);`, { path: 'x.js' });
    expect(pathStrings.map(({ use }) => use)).toEqual([expected]);
  });
});

function effects(source: string): readonly string[] {
  const context = contextOf(source);
  const { requires } = requireFacts(context);
  return timelineFacts(context, requires, exportsFacts(context, requires).exports).timeline.flatMap(
    (entry) => {
      if (entry.kind === 'read') return [];
      if (entry.kind === 'require') return ['require'];
      const { kind, callee } = entry.effect;
      return [callee.kind === 'global' ? `${kind} ${callee.name}` : kind];
    },
  );
}
