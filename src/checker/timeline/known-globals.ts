/** What the language and Node give, by what using it while a file loads may do. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const methodsOf = (owner: string, names: string): readonly string[] =>
  words(names).map((name) => `${owner}.${name}`);

/** Part of ECMA-262, so that reading it depends on nobody; `Promise` and `Date` are stubbed too often to count. */
export const languageGlobals: ReadonlySet<string> = new Set(
  words(`Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol RegExp Error
    AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis global JSON Math Intl
    ArrayBuffer SharedArrayBuffer Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array
    Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet
    WeakRef Proxy Reflect FinalizationRegistry decodeURI decodeURIComponent encodeURI encodeURIComponent escape
    unescape isFinite isNaN arguments`),
);

/**
 * Reading them, or anything of them, comes to the same whenever it is done: they are part of ECMA-262, or tell about the
 * process what never changes.
 */
const constantGlobals: readonly string[] = [
  ...words('Date Promise'),
  ...methodsOf('process', 'arch execPath pid platform release version versions'),
];

export function isConstantGlobal(name: string): boolean {
  return constantGlobals.some((known) => name === known || name.startsWith(`${known}.`));
}

/** Functions that do nothing beyond their result; those that call back are no exception to it. */
export const pureFunctions: ReadonlySet<string> = new Set([
  ...words(`parseFloat parseInt isFinite isNaN Boolean Number String Symbol BigInt Object Array RegExp Error TypeError
    RangeError SyntaxError EvalError ReferenceError URIError AggregateError decodeURI decodeURIComponent encodeURI
    encodeURIComponent escape unescape Date Function`),
  ...methodsOf(
    'Object',
    `create entries fromEntries getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames
      getOwnPropertySymbols getPrototypeOf groupBy hasOwn is isExtensible isFrozen isSealed keys values`,
  ),
  ...methodsOf('Reflect', 'get getOwnPropertyDescriptor getPrototypeOf has isExtensible ownKeys'),
  ...methodsOf('Array', 'from isArray of'),
  ...methodsOf('Uint8Array', 'from of'),
  ...methodsOf('Number', 'isFinite isInteger isNaN isSafeInteger parseFloat parseInt'),
  ...methodsOf('String', 'fromCharCode fromCodePoint raw'),
  ...methodsOf('Symbol', 'for keyFor'),
  ...methodsOf('JSON', 'parse stringify'),
  ...methodsOf('Date', 'UTC now parse'),
  ...methodsOf(
    'Buffer',
    'alloc allocUnsafe allocUnsafeSlow byteLength compare concat from isBuffer isEncoding',
  ),
  'Promise.resolve',
  ...methodsOf('process', 'cwd hrtime memoryUsage uptime getuid getgid geteuid getegid'),
  ...methodsOf('performance', 'now'),
  ...methodsOf('require', 'resolve resolve.paths'),
  ...methodsOf(
    'Math',
    `abs acos acosh asin asinh atan atan2 atanh cbrt ceil clz32 cos cosh exp expm1 floor fround hypot imul log log10
      log1p log2 max min pow random round sign sin sinh sqrt tan tanh trunc`,
  ),
]);

/** Functions that ECMA-262 has had since its 2019 edition, so that every Node has them. */
export const languageFunctions: ReadonlySet<string> = new Set([
  ...methodsOf(
    'Object',
    `assign create defineProperties defineProperty entries freeze fromEntries getOwnPropertyDescriptor
      getOwnPropertyDescriptors getOwnPropertyNames getOwnPropertySymbols getPrototypeOf is isExtensible isFrozen isSealed
      keys preventExtensions seal setPrototypeOf values`,
  ),
  ...methodsOf('Array', 'from isArray of'),
  ...methodsOf(
    'Array.prototype',
    `concat copyWithin entries every fill filter find findIndex flat flatMap forEach includes indexOf join keys lastIndexOf
      map pop push reduce reduceRight reverse shift slice some sort splice unshift values`,
  ),
  ...methodsOf('Date', 'now'),
  ...methodsOf('Date.prototype', 'toISOString toJSON'),
  ...methodsOf('Function.prototype', 'apply bind call'),
  ...methodsOf('JSON', 'parse stringify'),
  ...methodsOf('Number', 'isFinite isInteger isNaN isSafeInteger parseFloat parseInt'),
  ...methodsOf('Object.prototype', 'hasOwnProperty isPrototypeOf propertyIsEnumerable toString valueOf'),
  ...methodsOf('String', 'fromCharCode fromCodePoint raw'),
  ...methodsOf(
    'String.prototype',
    `charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf localeCompare match normalize padEnd padStart
      repeat replace search slice split startsWith substr substring toLowerCase toUpperCase trim trimEnd trimStart`,
  ),
]);

/** Pure functions and constructors whose result has what the arguments hold, or gives it. */
export const givingElements: ReadonlySet<string> = new Set([
  ...words('Array Map Set WeakMap WeakRef'),
  ...methodsOf(
    'Object',
    'entries fromEntries getOwnPropertyDescriptor getOwnPropertyDescriptors groupBy values',
  ),
  ...methodsOf('Array', 'from of'),
  ...methodsOf('Reflect', 'get getOwnPropertyDescriptor'),
  ...methodsOf('Promise', 'resolve'),
]);

/** Those of them that give it as members of an object. */
export const givingMembers: ReadonlySet<string> = new Set([
  ...methodsOf('Object', 'fromEntries getOwnPropertyDescriptor getOwnPropertyDescriptors groupBy'),
  ...methodsOf('Reflect', 'getOwnPropertyDescriptor'),
]);

export const prototypeGetters: ReadonlySet<string> = new Set([
  'Object.getPrototypeOf',
  'Reflect.getPrototypeOf',
]);

/** Functions that write to their first argument, and give it back. */
export const writersOfFirst: ReadonlySet<string> = new Set([
  ...methodsOf(
    'Object',
    'assign defineProperties defineProperty freeze preventExtensions seal setPrototypeOf',
  ),
  ...methodsOf('Reflect', 'defineProperty deleteProperty preventExtensions set setPrototypeOf'),
  ...methodsOf('Error', 'captureStackTrace'),
]);

/** Those of them that write to keys of it. */
export const keyWritersOfFirst: ReadonlySet<string> = new Set([
  ...methodsOf('Object', 'assign defineProperties defineProperty'),
  ...methodsOf('Reflect', 'defineProperty deleteProperty set'),
]);

/** Those of them that read what they are given besides. */
export const readersOfRest: ReadonlySet<string> = new Set(['Object.assign', 'Reflect.set']);

export const pureConstructors: ReadonlySet<string> = new Set(
  words(`Object Array Boolean Number String Map Set WeakMap WeakSet WeakRef RegExp Date Error TypeError RangeError
    SyntaxError EvalError ReferenceError URIError AggregateError ArrayBuffer SharedArrayBuffer DataView Uint8Array
    Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array
    BigInt64Array Promise Function FinalizationRegistry Intl.Collator Intl.NumberFormat Intl.DateTimeFormat URL
    URLSearchParams TextEncoder TextDecoder AbortController Buffer EventTarget WebAssembly.Module`),
);

export const exits: ReadonlySet<string> = new Set(methodsOf('process', 'abort exit kill reallyExit'));

/**
 * Methods of strings, numbers, arrays, functions, regular expressions, maps, sets and buffers: on a value of this
 * file's own they change that value at most, and call no more than the functions that they are given.
 */
export const builtinMethods: ReadonlySet<string> = new Set(
  words(`add at bind catch charAt charCodeAt codePointAt concat copyWithin delete endsWith entries equals every exec
    fill filter find findIndex findLast findLastIndex flat flatMap forEach get getTime has hasOwnProperty includes
    indexOf isPrototypeOf join keys lastIndexOf localeCompare map match matchAll normalize padEnd padStart pop
    propertyIsEnumerable push reduce reduceRight repeat replace replaceAll reverse search set shift slice some sort
    splice split startsWith substr substring subarray test toFixed toISOString toJSON toLocaleLowerCase
    toLocaleUpperCase toLowerCase toPrecision toReversed toSorted toSpliced toString toUpperCase trim trimEnd trimLeft
    trimRight trimStart unshift valueOf values with`),
);

/** Those of them that change the value on which they are called. */
export const mutatingMethods: ReadonlySet<string> = new Set(
  words('add copyWithin delete fill pop push reverse set shift sort splice unshift'),
);

/** Those that give an element of a list, map or set. */
export const elementMethods: ReadonlySet<string> = new Set(
  words('at find findLast get pop reduce reduceRight shift'),
);

/** Those that give what they are given, or what a function gives that they call. */
export const givingArguments: ReadonlySet<string> = new Set(
  words('concat fill flatMap map reduce reduceRight set splice toSpliced with'),
);

/** Whether a builtin calls what it is given before it returns, or may be given something else there: a text, a list. */
export type CallbackTaken = 'always' | 'perhaps' | 'never';

/** Where builtin functions and methods take a function that they call before they return. */
export const callbackIndex: ReadonlyMap<string, number> = new Map([
  ...words(`every filter find findIndex findLast findLastIndex flatMap forEach map reduce reduceRight some sort toSorted
    Promise`).map((name) => [name, 0] as const),
  ...words(
    'replace replaceAll Array.from Uint8Array.from JSON.parse JSON.stringify Object.groupBy Map.groupBy',
  ).map((name) => [name, 1] as const),
]);

const takingOthers: ReadonlySet<string> = new Set(words('JSON.stringify replace replaceAll'));

export function callbackTaken(name: string, index: number): CallbackTaken {
  if (callbackIndex.get(name) !== index) return 'never';
  return takingOthers.has(name) ? 'perhaps' : 'always';
}

/** Those of them that take what the function gets as `this` right after it. */
export const takingReceiver: ReadonlySet<string> = new Set(
  words(
    `every filter find findIndex findLast findLastIndex flatMap forEach map some Array.from Uint8Array.from`,
  ),
);

/** Methods that are those of a string (or a plain look-up) on whatever object they are called. */
export const stringMethods: ReadonlySet<string> = new Set(
  words(`charAt charCodeAt codePointAt endsWith hasOwnProperty indexOf lastIndexOf localeCompare padEnd padStart replace
    slice split startsWith substr substring toFixed toLowerCase toUpperCase trim trimEnd trimLeft trimRight trimStart`),
);

/** `slice` for `Array.prototype.slice`; what constructors have from `Object.prototype`, too: `Object.hasOwnProperty`. */
export function methodNamed(path: string): string | null {
  const [, ofPrototype, inherited] = borrowed.exec(path) ?? [];
  return ofPrototype ?? inherited ?? null;
}

const borrowed =
  /^(?:Array|Function|Map|Object|RegExp|Set|String)\.(?:prototype\.(\w+)|(hasOwnProperty|isPrototypeOf|propertyIsEnumerable))$/;

/** Methods of builtins that hand on what they are given, or keep it for others. */
export const handingOn: ReadonlySet<string> = new Set(
  words(
    'add apply bind call concat construct dispatchEvent emit fill next postMessage push resolve set splice then unshift with',
  ),
);

/** The methods of event emitters that run none of the functions which they are given (Node's documentation of `events`). */
export const registering: ReadonlySet<string> = new Set(
  words(`addListener on once prependListener prependOnceListener off removeListener removeAllListeners
    setMaxListeners`),
);
