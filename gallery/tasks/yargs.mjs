/** @type {import('../packages/worker.mjs').Work} */
export default async function parse(yargs) {
  const parser = () =>
    yargs([])
      .scriptName('tool')
      .locale('en')
      .command(
        'serve [port]',
        'serves',
        (command) => command.positional('port', { type: 'number', default: 80 }),
        (argv) => console.log('serving', argv.port),
      )
      .option('v', { alias: 'verbose', count: true, describe: 'louder' })
      .option('mode', { choices: ['a', 'b'], demandOption: false })
      .strict()
      .exitProcess(false)
      .wrap(80)
      .help();
  console.log(parser().parse(['serve', '8080', '-vv', '--mode=a']));
  for (const words of [['--help'], ['serve', '--unknown'], ['--mode', 'c'], ['--version']]) {
    console.log(
      words,
      await new Promise((resolve) =>
        parser().parse(words, (error, _argv, output) => resolve([String(error), output])),
      ),
    );
  }
  console.log(Object.keys(yargs).sort().join(' ').length > 10);
}
