import { expect, test } from '@jest/globals';
import { Sharing } from '../../src/project/scanning/sharing.ts';

const texts = [
  '{"path":"lib/a.js","uses":[{"range":[3,9],"keys":[],"isLate":false,"in":null}],"at":[3,9]}',
  '{"path":"lib/a.js","pairs":[[3,9],[9,3],[3.5,9],[-3,9],[3,2000000]],"deep":[[[3,9]],[["lib/a.js"]]]}',
  '{"__proto__":"lib/a.js","top":{"__proto__":[],"constructor":[3,9]}}',
  '[]',
  '"lib/a.js"',
  'null',
];

test('What was shared is what was parsed', () => {
  const sharing = new Sharing();
  for (const text of [...texts, ...texts])
    expect(JSON.stringify(sharing.shared(JSON.parse(text)))).toBe(JSON.stringify(JSON.parse(text)));
});

test('Equal ranges and empty lists are one', () => {
  const sharing = new Sharing();
  const [first, second] = [0, 1].map(() => sharing.shared(JSON.parse('{"range":[3,9],"keys":[]}')));
  expect(first).not.toBe(second);
  expect(first).toEqual(second);
  for (const key of ['range', 'keys'] as const)
    expect((first as Record<string, unknown>)[key]).toBe((second as Record<string, unknown>)[key]);
});
