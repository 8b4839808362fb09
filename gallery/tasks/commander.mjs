/** @type {import('../packages/worker.mjs').Work} */
export default function parseCommands(commander) {
  const program = new commander.Command('tool');
  program
    .version('1.2.3')
    .option('-p, --port <number>', 'a port', (text) => Number(text))
    .option('--no-colour', 'no colours')
    .option('-l, --list <items>', 'a list', (text) => text.split(','));
  program
    .command('build <target> [rest...]')
    .description('builds')
    .action((target, rest) => console.log('build', target, rest));
  program.parse(['node', 'tool', '-p', '80', '--no-colour', '-l', 'a,b', 'build', 'x', 'y', 'z']);
  const options = program.opts();
  console.log(options.port, options.colour, options.list, program.args);
  console.log(program.helpInformation());
  const failing = new commander.Command('strict').option('-r, --req <v>', 'v');
  failing.exitOverride?.();
  try {
    if (failing.exitOverride) failing.parse(['node', 'strict', '--unknown']);
  } catch (error) {
    console.log(Object(error).code);
  }
}
