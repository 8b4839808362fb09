import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { progressLine } from '../../src/cli/progress.ts';

function terminal(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY });
  return { stderr: stream, written: () => String(stream.read() ?? '') };
}

test('a terminal sees one line, which is gone at the end', () => {
  const { stderr, written } = terminal(true);
  const line = progressLine({ stderr, env: {} });
  line.update({ phase: 'scan', done: 1, total: 20 });
  line.update({ phase: 'scan', done: 2, total: 20 });
  line.end();
  expect(written()).toBe('\r\u001b[2KReading 1/20\r\u001b[2K');
});

test.each([
  ['no terminal', false, {}],
  ['a dumb terminal', true, { TERM: 'dumb' }],
])('%s sees nothing', (_what, isTTY, env) => {
  const { stderr, written } = terminal(isTTY);
  const line = progressLine({ stderr, env });
  line.update({ phase: 'find', done: 0, total: 0 });
  line.end();
  expect(written()).toBe('');
});
