import { wordsOf } from '../../lists.ts';

/**
 * Functions of Node's own modules that do nothing that another module could notice.
 *
 * `true` stands for all functions of a module; `new` means that they may be constructed as well.
 */
const pureModules: ReadonlyMap<string, true | ReadonlySet<string>> = new Map<
  string,
  true | ReadonlySet<string>
>([
  ['path', true],
  ['path/posix', true],
  ['path/win32', true],
  [
    'os',
    new Set(
      'arch cpus endianness freemem homedir hostname loadavg platform release tmpdir totalmem type uptime userInfo version'.split(
        ' ',
      ),
    ),
  ],
  ['querystring', true],
  ['punycode', true],
  ['string_decoder', true],
  ['url', true],
  ['events', new Set(['', 'EventEmitter'])],
  ['stream', new Set(['', 'Stream', 'Readable', 'Writable', 'Duplex', 'Transform', 'PassThrough'])],
  ['buffer', true],
  ['assert', new Set<string>()],
  ['fs', new Set(['existsSync'])],
  ['crypto', wordsOf('createHash getHashes getCiphers getCurves randomBytes randomUUID')],
  ['module', new Set(['createRequire', 'isBuiltin'])],
  ['tty', new Set(['isatty'])],
  ['async_hooks', new Set(['AsyncLocalStorage', 'AsyncResource'])],
  ['perf_hooks', new Set(['performance.now'])],
  [
    'util',
    new Set(
      `callbackify debuglog deprecate format formatWithOptions inspect isArray isDeepStrictEqual promisify
        stripVTControlCharacters TextDecoder TextEncoder`.split(/\s+/),
    ),
  ],
]);

/** `util.format` for a member of `node:util`, `path.join` for `require('path').posix.join`. */
export function builtinName(specifier: string, path: readonly string[]): string {
  const [module, ...submodules] = specifier.replace(/^node:/, '').split('/');
  return [module, ...submodules, ...path].filter((name) => name !== 'posix' && name !== 'win32').join('.');
}

export function isPureModuleCall(specifier: string | null, path: readonly string[]): boolean {
  if (specifier === null) return false;
  const known = pureModules.get(specifier.replace(/^node:/, ''));
  return known === true || (known?.has(path.join('.')) ?? false);
}

/** `util.inherits(A, B)` writes to A alone. */
export function isInherits(specifier: string | null, path: readonly string[]): boolean {
  if (specifier === 'inherits') return path.length === 0;
  const name = path.join('.');
  if (specifier === helperLibrary) return name === '__extends';
  return specifier?.replace(/^node:/, '') === 'util' && name === 'inherits';
}

/** Where compiled code takes TypeScript's helpers from that does not have its own (TypeScript's option `importHelpers`). */
const helperLibrary = 'tslib';

/** Whether an installed file is that package: it defines its exports, functions all of them, once. */
export function isHelperLibrary(file: string): boolean {
  return /[/\\]node_modules[/\\]tslib[/\\]/.test(file);
}

/** The key that a helper for `require`, `tslib.__importDefault(module)`, asks a module for; null where it looks at all of them. */
export function keyAskedByInterop(
  specifier: string | null,
  path: readonly string[],
): '__esModule' | null | undefined {
  if (specifier !== helperLibrary || path.length !== 1) return undefined;
  return interopKeys.get(path[0]!);
}

const interopKeys: ReadonlyMap<string, '__esModule' | null> = new Map([
  ['__importDefault', '__esModule'],
  ['__importStar', null],
]);
