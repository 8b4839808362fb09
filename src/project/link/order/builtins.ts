/**
 * Builtins whose loading is noticed: they print a warning, change how the process behaves, or are missing from some
 * supported version or build of Node.
 */
const noticed = new Set([
  ...['domain', 'inspector', 'inspector/promises', 'punycode', 'repl', 'sys', 'trace_events', 'wasi'],
  ...['node:sea', 'node:sqlite', 'node:test', 'node:test/reporters'],
  ...['_stream_wrap', '_tls_common', '_tls_wrap'],
]);

export function isNoticedBuiltin(name: string): boolean {
  return noticed.has(name);
}
