import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { declarationOf } from '../../../syntax/declaration.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { ownKeysOf } from '../../builtin-keys.ts';
import type { ScanContext } from '../../context.ts';
import { readOnlyGlobals } from '../free-names.ts';

type Keys = ReadonlySet<string>;

/** Constants of the language (§21.1.2, §21.3.1); its constructors have a fixed `prototype` besides. */
export const fixedInGlobal: ReadonlyMap<string, Keys> = new Map([
  ['Math', wordsOf('E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 Symbol.toStringTag')],
  ['JSON', wordsOf('Symbol.toStringTag')],
  [
    'Number',
    wordsOf(
      'EPSILON MAX_SAFE_INTEGER MAX_VALUE MIN_SAFE_INTEGER MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY prototype',
    ),
  ],
  ['process', ownKeysOf('process')],
  ['global', readOnlyGlobals],
  ['globalThis', readOnlyGlobals],
  ...[
    'Array',
    'Boolean',
    'Date',
    'Error',
    'Function',
    'Map',
    'Object',
    'Promise',
    'RegExp',
    'Set',
    'String',
  ].map((name): [string, Keys] => [name, wordsOf('prototype')]),
]);

const ofTypedArray = wordsOf('length byteLength byteOffset buffer Symbol.toStringTag');
const typedArrays = wordsOf(
  'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array',
);

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
