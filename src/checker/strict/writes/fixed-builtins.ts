import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { declarationOf } from '../../../syntax/declaration.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { ownKeysOf } from '../../builtin-keys.ts';
import type { ScanContext } from '../../context.ts';
import { pathOfGlobal } from '../../free-names.ts';
import { readOnlyGlobals } from '../free-names.ts';

type Keys = ReadonlySet<string>;

/** Objects of the language, by their paths: `Math`, `String.prototype`. */
const languageObjects = wordsOf(
  'AggregateError Array ArrayBuffer Atomics BigInt Boolean DataView Date Error EvalError FinalizationRegistry Function Intl JSON',
  'Map Math Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol SyntaxError',
  'TypeError URIError WeakMap WeakRef WeakSet',
);

interface FixedKeys {
  /** What cannot be assigned to: neither writable nor set by an accessor. */
  readonly readOnly: Keys;
  /** What cannot be deleted. */
  readonly locked: Keys;
}

/** What an object that programs have without loading it does not let be changed, by its own descriptors (ECMA-262 §17). */
export function fixedInGlobal(path: string): FixedKeys {
  const known = fixedByPath.get(path);
  if (known !== undefined) return known;
  const object = languageObject(path);
  const found = object === null ? noKeys : fixedIn(object);
  fixedByPath.set(path, found);
  return found;
}

const noKeys: FixedKeys = { readOnly: new Set(), locked: new Set() };

const fixedByPath = new Map<string, FixedKeys>([
  ['process', { readOnly: ownKeysOf('process'), locked: noKeys.locked }],
  ['global', { readOnly: readOnlyGlobals, locked: readOnlyGlobals }],
  ['globalThis', { readOnly: readOnlyGlobals, locked: readOnlyGlobals }],
]);

/** No getter is run on the way. */
function languageObject(path: string): object | null {
  const [root, ...keys] = path.split('.');
  if (!languageObjects.has(root!)) return null;
  let object: unknown = globalThis;
  for (const key of [root!, ...keys]) {
    object = Object.getOwnPropertyDescriptor(object, key)?.value;
    if (object === null || (typeof object !== 'object' && typeof object !== 'function')) return null;
  }
  return object as object;
}

function fixedIn(object: object): FixedKeys {
  const described = Reflect.ownKeys(object).map(
    (key) => [nameOfKey(key), Reflect.getOwnPropertyDescriptor(object, key)!] as const,
  );
  const namesWhere = (holds: (descriptor: PropertyDescriptor) => boolean): Keys =>
    new Set(described.flatMap(([name, descriptor]) => (holds(descriptor) ? name : [])));
  return {
    readOnly: namesWhere(
      ({ writable, get, set }) => writable === false || (get !== undefined && set === undefined),
    ),
    locked: namesWhere(({ configurable }) => !configurable),
  };
}

function nameOfKey(key: string | symbol): string {
  return typeof key === 'string' ? key : (key.description ?? '');
}

/** Keys of what an expression makes that cannot be deleted: `[].length`, `/x/.lastIndex`, `class {}.prototype`. */
export function lockedInMade(scan: ScanContext, made: t.Node): { has(key: string): boolean } {
  switch (made.type) {
    case 'ArrayExpression':
      return ofArray;
    case 'StringLiteral':
    case 'TemplateLiteral':
      return ofString;
    case 'RegExpLiteral':
      return ofPattern;
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return ofConstructor;
    case 'CallExpression':
    case 'NewExpression':
      return lockedInMadeBy.get(pathOfGlobal(scan, made.callee) ?? '') ?? noKeys.locked;
    default:
      return noKeys.locked;
  }
}

const ofArray = wordsOf('length');
const ofPattern = wordsOf('lastIndex');
const ofConstructor = wordsOf('prototype');
const indexed = { has: (key: string): boolean => /^\d+$/.test(key) };
const ofString = { has: (key: string): boolean => key === 'length' || indexed.has(key) };

const ofTypedArray = wordsOf('length byteLength byteOffset buffer Symbol.toStringTag');
const typedArrays = wordsOf(
  'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array',
);

const lockedInMadeBy: ReadonlyMap<string, { has(key: string): boolean }> = new Map<string, typeof indexed>([
  ['Array', ofArray],
  ['RegExp', ofPattern],
  ['String', ofString],
  ...[...typedArrays].map((name) => [name, indexed] as const),
]);

/** Accessors without a setter and what is not writable, by the constructor of the object. */
export const fixedInNew: ReadonlyMap<string, Keys> = new Map([
  ['Date', wordsOf('Symbol.toPrimitive')],
  ['Map', wordsOf('size Symbol.toStringTag')],
  ['Promise', wordsOf('Symbol.toStringTag')],
  ['Set', wordsOf('size Symbol.toStringTag')],
  ['WeakMap', wordsOf('Symbol.toStringTag')],
  ['WeakSet', wordsOf('Symbol.toStringTag')],
  ['URL', wordsOf('origin searchParams')],
  ['URLSearchParams', wordsOf('size')],
  ['AbortController', wordsOf('signal')],
  ['Blob', wordsOf('size type')],
  [
    'Request',
    wordsOf(
      'body bodyUsed cache credentials destination duplex headers integrity keepalive method mode redirect referrer referrerPolicy signal url',
    ),
  ],
  ['Response', wordsOf('body bodyUsed headers ok redirected status statusText type url')],
  ['TextDecoder', wordsOf('encoding fatal ignoreBOM')],
  ['TextEncoder', wordsOf('encoding')],
  [
    'RegExp',
    wordsOf('dotAll flags global hasIndices ignoreCase multiline source sticky unicode unicodeSets'),
  ],
  ...[...typedArrays].map((name): [string, Keys] => [name, ofTypedArray]),
]);

/** What an object that `new` makes can only be asked for; null where nothing is known of it. */
export function fixedInInstance(scan: ScanContext, { callee }: t.NewExpression): Keys | null {
  if (callee.type !== 'Identifier') return null;
  const binding = scan.scopes.referenceOf(callee)?.binding;
  if (binding === null) return fixedInNew.get(callee.name) ?? null;
  const declaration = binding?.kind === 'class' ? declarationOf(binding) : null;
  return declaration?.type === 'ClassDeclaration' ? gettersOf(declaration) : null;
}

/** Getters of a class for which neither it nor a class above it has a setter or a field. */
function gettersOf({ body, superClass }: t.ClassDeclaration): Keys | null {
  if (superClass) return null;
  const getters = new Set<string | null>();
  const others = new Set<string | null>();
  for (const member of body.body) {
    if (member.type !== 'ClassMethod' && member.type !== 'ClassProperty') continue;
    if (member.static) continue;
    const isGetter = member.type === 'ClassMethod' && member.kind === 'get';
    (isGetter ? getters : others).add(staticKey(member));
  }
  if (others.has(null)) return null;
  return new Set([...getters].filter((key): key is string => key !== null && !others.has(key)));
}
