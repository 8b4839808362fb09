/** @type {import('../packages/worker.mjs').Work} */
export default function logDebugLines(debug) {
  debug.enable('app:*,-app:quiet');
  const lines = [];
  const log = debug('app:loud');
  log.log = (...args) => lines.push(args.map(String).map(withoutTime));
  log('hello %s, %d and %o', 'world', 42, { a: [1] });
  log.extend('deeper').log = log.log;
  debug('app:quiet')('never');
  debug.formatters.h = (value) => value.toString('hex');
  log('%h', Buffer.from('ok'));
  console.log(lines, log.enabled, debug('app:quiet').enabled, debug.names, debug.skips, debug.disable());
}

/** @param {string} text */
function withoutTime(text) {
  return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, '<time>').replace(/\+\d+ms/, '+<time>');
}
