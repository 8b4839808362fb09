import { Writable } from 'node:stream';

/** @type {import('../packages/worker.mjs').Work} */
export default async function log(winston) {
  const { combine, json, label, printf, splat, simple, colorize, errors } = winston.format;
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  const logger = winston.createLogger({
    level: 'debug',
    format: combine(label({ label: 'test' }), splat(), errors({ stack: false }), json()),
    transports: [
      new winston.transports.Stream({ stream }),
      new winston.transports.Console({ format: simple() }),
    ],
    defaultMeta: { service: 'gallery' },
  });
  logger.info('hello %s', 'world', { extra: 1 });
  logger.child({ request: 5 }).warn('child');
  logger.log({ level: 'silly', message: 'never' });
  logger.error(new Error('broken'));
  logger.add(
    new winston.transports.Stream({
      stream,
      format: combine(
        colorize(),
        printf(({ level, message }) => `${level}: ${message}`),
      ),
    }),
  );
  logger.debug('two');
  await new Promise((resolve) => setTimeout(resolve, 20));
  console.log(
    text,
    Object.keys(winston.config.npm.levels),
    winston.version,
    Object.keys(winston).sort().join(' '),
  );
  logger.close();
}
