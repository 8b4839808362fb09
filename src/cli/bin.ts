#!/usr/bin/env node

import { setFlagsFromString } from 'node:v8';

// Much code runs for a few seconds: optimising it with less inlining, and only what runs much, costs less than it gains.
const line = Number.parseInt(process.versions.node, 10);
// The engine complains of a flag that it does not know.
if (line <= 26) {
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
  setFlagsFromString(line < 22 ? '--interrupt-budget=540000' : '--invocation-count-for-turbofan=12000');
}

const interruption = new AbortController();
// Once each: a second signal ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());

// A reader that goes away is noticed where the text is written (see output.ts).
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const argv = process.argv.slice(2);
if (argv.length === 1 && argv[0] === '--version') {
  // Scripts ask for it to see whether the command is there, and need no parser of arguments.
  const { version } = await import('../version.ts');
  process.stdout.write(`${version}\n`);
} else {
  const { main } = await import('./main.ts');
  process.exitCode = await main(argv, {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interruption.signal,
  });
}
