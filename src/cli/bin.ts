#!/usr/bin/env node

import { tuneForShortRuns } from './engine.ts';

tuneForShortRuns();

const interruption = new AbortController();
// Once each: a second signal ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());

// A reader that goes away is noticed where the text is written (see output.ts).
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** Ends the process where the folder is gone in which it was started. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write('esmshift: the current folder is no longer there\n');
    process.exit(2);
  }
}

const argv = process.argv.slice(2);
if (argv.length === 1 && argv[0] === '--version') {
  // Scripts ask for it to see whether the command is there, and need no parser of arguments.
  const { version } = await import('../version.ts');
  process.stdout.write(`${version}\n`);
} else {
  const { main } = await import('./main.ts');
  process.exitCode = await main(argv, {
    cwd: currentFolder(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interruption.signal,
  });
}
