/**
 * What Node's builtins do not let be written, by the descriptors of versions 20 to 26: accessors without a setter, and
 * properties that are not writable. Only strict code is told so (ECMA-262 §10.1.9.2).
 */

type Keys = ReadonlySet<string>;

const keys = (...lists: readonly string[]): Keys => new Set(lists.flatMap((list) => list.split(' ')));

const readable =
  'closed errored readableAborted readableBuffer readableDidRead readableEncoding readableEnded readableHighWaterMark readableLength readableObjectMode';
const writable =
  'closed errored writableAborted writableBuffer writableCorked writableEnded writableFinished writableHighWaterMark writableLength writableNeedDrain writableObjectMode';
const socket =
  '_bytesDispatched _connecting bufferSize bytesRead bytesWritten localAddress localFamily localPort pending readyState remoteAddress remoteFamily remotePort';

const ofStream = keys(readable, writable);
const ofSocket = keys(readable, writable, socket, 'listening');
const ofHttp = keys(readable, writable, 'headersSent listening signal');

/** Of the exports themselves. */
const ownKeys: ReadonlyMap<string, Keys> = new Map([
  ['buffer', keys('constants')],
  ['crypto', keys('constants createCipher createDecipher getRandomValues subtle webcrypto')],
  ['dns', keys('promises')],
  ['events', keys('EventEmitterAsyncResource kMaxEventTargetListeners kMaxEventTargetListenersWarned')],
  ['fs', keys('F_OK R_OK Utf8Stream W_OK X_OK constants promises')],
  ['http', keys('CloseEvent MessageEvent WebSocket maxHeaderSize')],
  ['net', keys('BlockList SocketAddress')],
  ['os', keys('EOL constants devNull')],
  ['perf_hooks', keys('constants')],
  [
    'process',
    keys(
      '_preload_modules arch argv0 config features moduleLoadList pid platform release report sourceMapsEnabled stderr stdin stdout version versions',
    ),
  ],
  ['stream', keys('promises')],
  ['timers', keys('promises')],
  ['tls', keys('rootCertificates')],
  ['util', keys('aborted debounce throttle transferableAbortController transferableAbortSignal')],
  ['util/types', keys('isCryptoKey isKeyObject')],
]);

/** `zlib.Z_OK`, `zlib.createGzip`: all of its constants, and the functions that make streams. */
const ofZlib = /^(?:create[A-Z]\w*|[A-Z][\dA-Z]*(?:_\w+)?|codes|constants)$/;

/** Objects with constants: none of what is in them can be written. */
const constants: Keys = keys(
  'allowedNodeEnvironmentFlags asyncWrapProviders builtinModules codes config constants features release rootCertificates versions',
);

/** Of what the exports make, by the export that does so; `*`: by any. */
const madeBy: ReadonlyMap<string, Readonly<Record<string, Keys>>> = new Map([
  ['buffer', { Buffer: keys('buffer byteLength byteOffset length offset parent') }],
  ['child_process', { '*': ofStream }],
  [
    'crypto',
    {
      '*': ofStream,
      createPrivateKey: keys('type'),
      createPublicKey: keys('type'),
      createSecretKey: keys('type'),
    },
  ],
  [
    'fs',
    Object.fromEntries(
      ['ReadStream', 'WriteStream', 'createReadStream', 'createWriteStream'].map((name) => [
        name,
        keys(readable, writable, 'pending'),
      ]),
    ),
  ],
  ['http', { '*': ofHttp }],
  ['http2', { '*': ofHttp }],
  ['https', { '*': ofHttp }],
  ['net', { '*': ofSocket }],
  ['readline', { '*': keys('columns') }],
  ['stream', { '*': ofStream }],
  ['tls', { '*': ofSocket }],
  ['tty', { '*': ofSocket }],
  ['url', { URL: keys('origin searchParams'), URLSearchParams: keys('size') }],
  ['worker_threads', { Worker: keys('resourceLimits stderr stdin stdout threadId threadName') }],
  ['zlib', { '*': keys(readable, writable, '_closed') }],
]);

export function ownKeysOf(builtin: string): Keys {
  return ownKeys.get(builtin) ?? none;
}

/** Whether the member of a builtin at a path does not let a key be written, or deleted. */
export function isFixedIn(builtin: string, path: readonly string[], key: string | null): boolean {
  const [first] = path;
  if (first !== undefined) return constants.has(first);
  if (key === null) return false;
  return builtin === 'zlib' ? ofZlib.test(key) : ownKeysOf(builtin).has(key);
}

/** Whether what a builtin makes when the export at a path is called or constructed does not let a key be written. */
export function isFixedInMade(builtin: string, [name = '*']: readonly string[], key: string | null): boolean {
  const made = madeBy.get(builtin);
  return key !== null && ((made?.[name] ?? made?.['*'])?.has(key) ?? false);
}

/** The keys that functions find closed in objects of a builtin that are made to be handed to them: streams, requests. */
export function keysOfObjectsOf(builtin: string): Keys {
  return handedOn.has(builtin) ? madeBy.get(builtin)!['*']! : none;
}

const handedOn: Keys = keys('http http2 https net stream tls zlib');
const none: Keys = new Set();
const ofHandedOn: Keys = new Set([...handedOn].flatMap((builtin) => [...keysOfObjectsOf(builtin)]));

/** Whether it is such a key for any builtin. */
export function isKeyOfObjects(key: string): boolean {
  return ofHandedOn.has(key);
}
