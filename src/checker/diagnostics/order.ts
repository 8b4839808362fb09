import { alone } from './alone.ts';
import type { DiagnosticEntry } from './entry.ts';

/** What changes when imports are hoisted, and when a file is run by the loader of ES modules. */
export const orderDiagnostics = {
  'tick-order': {
    severity: 'refusal',
    title: 'The file schedules process.nextTick and promises while it loads',
    message: () => 'This would run after the promises that the file waits for, no longer before them.',
    help: () =>
      'Use `queueMicrotask` instead of `process.nextTick`, or `setImmediate` for what has to come last; then both run in the order in which they are written.',
    explanation:
      'Node runs what `process.nextTick` has queued when the code that it called is done, and then the promises. A CommonJS file is called directly. An ES module is evaluated as part of a promise, so that the other promises go first (Node documentation, "When to use queueMicrotask() vs. process.nextTick()").',
    example: alone(
      "process.nextTick(() => console.log('tick'));\nPromise.resolve().then(() => console.log('promise'));\n",
    ),
  },
  'tick-order-of-program': {
    severity: 'refusal',
    title: 'A program schedules process.nextTick and promises in different modules while it loads',
    message: (args) =>
      `\`${args.tick}\` calls process.nextTick and \`${args.microtask}\` waits for a promise while this loads.`,
    help: () =>
      'Use `queueMicrotask` instead of `process.nextTick`, or start the work in a function that is called later.',
    explanation:
      'Node runs what `process.nextTick` has queued when a CommonJS entry is done, and then the promises. An ES module as the entry is evaluated as part of a promise, so that the promises of all its modules go first. The entry stays CommonJS; the modules that it loads may be converted.',
    example: {
      files: {
        'main.js': "require('./tick.js');\nrequire('./wait.js');\n",
        'tick.js': "process.nextTick(() => console.log('tick'));\n",
        'wait.js': "Promise.resolve().then(() => console.log('promise'));\n",
      },
      file: 'main.js',
      naive: {
        'main.mjs': "import './tick.js';\nimport './wait.js';\n",
      },
    },
  },
  'scheduled-before-error': {
    severity: 'refusal',
    title: 'A program may fail while it loads, with promises waiting',
    message: () => 'An error that nobody catches may end the loading here, after something was scheduled.',
    help: () => 'Throw before anything is scheduled, or schedule it where nothing can fail any more.',
    explanation:
      'An error in a CommonJS entry ends the process at once: no promise is settled any more, and nothing of what `process.nextTick` has queued runs. An ES module is evaluated as part of a promise, so that the promises that wait already are settled before the error is reported.',
    example: alone(
      "process.on('uncaughtException', () => console.log('caught'));\nPromise.resolve().then(() => console.log('promise'));\nthrow new Error('while loading');\n",
    ),
  },
} as const satisfies Record<string, DiagnosticEntry>;
