// @ts-check
// Prints what `require` of each file named by the arguments has for keys, as one line of JSON; null where it fails.
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
process.stderr.write = () => true;
process.on('uncaughtException', () => {});
process.on('unhandledRejection', () => {});
// What is loaded may not end this process; what it leaves running may not keep it.
process.exit = () => {
  throw new Error('exit');
};

for (const file of JSON.parse(process.argv[2] ?? '[]')) {
  let keys = null;
  try {
    const value = require(file);
    const isModule = require('node:util').types.isModuleNamespaceObject(value);
    keys = isModule ? null : Object.keys(Object(value));
  } catch {}
  write(`${JSON.stringify(keys)}\n`);
}
process.kill(process.pid, 'SIGKILL');
