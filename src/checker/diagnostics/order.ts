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
} as const satisfies Record<string, DiagnosticEntry>;
