/**
 * What Node's builtins do not let be written, by the descriptors of versions 20 to 26: accessors without a setter, and
 * properties that are not writable. Only strict code is told so (ECMA-262 §10.1.9.2).
 */

import { wordsOf } from '../lists.ts';

type Keys = ReadonlySet<string>;

const readable =
  'closed errored readableAborted readableBuffer readableDidRead readableEncoding readableEnded readableHighWaterMark readableLength readableObjectMode';
const writable =
  'closed errored writableAborted writableBuffer writableCorked writableEnded writableFinished writableHighWaterMark writableLength writableNeedDrain writableObjectMode';
const socket =
  '_bytesDispatched _connecting bufferSize bytesRead bytesWritten localAddress localFamily localPort pending readyState remoteAddress remoteFamily remotePort';

const ofStream = wordsOf(readable, writable);
const ofSocket = wordsOf(readable, writable, socket, 'listening');
const ofHttp = wordsOf(readable, writable, 'headersSent listening signal');

/** Of the exports themselves. */
const ownKeys: ReadonlyMap<string, Keys> = new Map([
  ['buffer', wordsOf('constants')],
  ['crypto', wordsOf('constants createCipher createDecipher getRandomValues subtle webcrypto')],
  ['dns', wordsOf('promises')],
  ['events', wordsOf('EventEmitterAsyncResource kMaxEventTargetListeners kMaxEventTargetListenersWarned')],
  ['fs', wordsOf('F_OK R_OK Utf8Stream W_OK X_OK constants promises')],
  ['http', wordsOf('CloseEvent MessageEvent WebSocket maxHeaderSize')],
  ['net', wordsOf('BlockList SocketAddress')],
  ['os', wordsOf('EOL constants devNull')],
  ['perf_hooks', wordsOf('constants')],
  [
    'process',
    wordsOf(
      '_preload_modules arch argv0 config features moduleLoadList pid platform release report sourceMapsEnabled stderr stdin stdout version versions',
    ),
  ],
  ['stream', wordsOf('promises')],
  ['timers', wordsOf('promises')],
  ['tls', wordsOf('rootCertificates')],
  ['util', wordsOf('aborted debounce throttle transferableAbortController transferableAbortSignal')],
  ['util/types', wordsOf('isCryptoKey isKeyObject')],
]);

/** `zlib.Z_OK`, `zlib.createGzip`: all of its constants, and the functions that make streams. */
const ofZlib = /^(?:create[A-Z]\w*|[A-Z][\dA-Z]*(?:_\w+)?|codes|constants)$/;

/** Objects with constants: none of what is in them can be written. */
const constants: Keys = wordsOf(
  'allowedNodeEnvironmentFlags asyncWrapProviders builtinModules codes config constants features release rootCertificates versions',
);

/** Of what the exports make, by the export that does so; `*`: by any. */
const madeBy: ReadonlyMap<string, Readonly<Record<string, Keys>>> = new Map([
  ['buffer', { Buffer: wordsOf('buffer byteLength byteOffset length offset parent') }],
  ['child_process', { '*': ofStream }],
  [
    'crypto',
    {
      '*': ofStream,
      createPrivateKey: wordsOf('type'),
      createPublicKey: wordsOf('type'),
      createSecretKey: wordsOf('type'),
    },
  ],
  [
    'fs',
    Object.fromEntries(
      ['ReadStream', 'WriteStream', 'createReadStream', 'createWriteStream'].map((name) => [
        name,
        wordsOf(readable, writable, 'pending'),
      ]),
    ),
  ],
  ['http', { '*': ofHttp }],
  ['http2', { '*': ofHttp }],
  ['https', { '*': ofHttp }],
  ['net', { '*': ofSocket }],
  ['readline', { '*': wordsOf('columns') }],
  ['stream', { '*': ofStream }],
  ['tls', { '*': ofSocket }],
  ['tty', { '*': ofSocket }],
  ['url', { URL: wordsOf('origin searchParams'), URLSearchParams: wordsOf('size') }],
  ['worker_threads', { Worker: wordsOf('resourceLimits stderr stdin stdout threadId threadName') }],
  ['zlib', { '*': wordsOf(readable, writable, '_closed') }],
]);

export function ownKeysOf(builtin: string): Keys {
  return ownKeys.get(builtin) ?? none;
}

/** Whether the member of a builtin at a path does not let a key be written, or deleted. */
export function isFixedIn(builtin: string, path: readonly string[], key: string | null): boolean {
  // The builtin `constants` is such an object as a whole.
  if (constants.has(path[0] ?? builtin)) return true;
  if (path.length > 0 || key === null) return false;
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

const handedOn: Keys = wordsOf('http http2 https net stream tls zlib');
const none: Keys = new Set();
const ofHandedOn: Keys = new Set([...handedOn].flatMap((builtin) => [...keysOfObjectsOf(builtin)]));

/** Whether it is such a key for any builtin. */
export function isKeyOfObjects(key: string): boolean {
  return ofHandedOn.has(key);
}
