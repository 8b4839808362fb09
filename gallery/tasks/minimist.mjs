/** @type {import('../packages/worker.mjs').Work} */
export default function parseArguments(minimist) {
  const options = {
    alias: { v: 'verbose' },
    boolean: ['v'],
    string: ['name'],
    default: { port: 80 },
    '--': true,
  };
  console.log(minimist(['-v', '--name=7', '--no-colour', '-abc', '5', 'x', '--', '--y'], options));
  console.log(
    minimist(['--a.b.c', '1', '--__proto__.x', '1'], { stopEarly: true }),
    Object.keys(Object.prototype),
  );
}
