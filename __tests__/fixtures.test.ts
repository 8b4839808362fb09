import { describe, expect, test } from '@jest/globals';
import type { ConvertResult } from '../src/project/convert.ts';
import { commentsOf } from './support/comments.ts';
import { convertFixture, fixtureProgram, isEsm } from './support/convert-fixture.ts';
import { type Fixture, readFixtures } from './support/fixtures.ts';
import { compareExecution } from './support/oracle.ts';

// The exact oldest versions of Node that we promise are tried by naming their binary here.
const node = process.env.ESMSHIFT_NODE ?? process.execPath;

const fixtures = readFixtures();
const refused = fixtures.filter(({ expected }) => expected.kind === 'refused');
const accepted = fixtures.filter(({ expected }) => expected.kind !== 'refused');

test('every fixture says what becomes of it', () => {
  const missing = fixtures.filter(({ expected }) => expected.kind === 'missing');
  expect(missing.map(({ name }) => name)).toEqual([]);
  expect(fixtures.length).toBeGreaterThanOrEqual(150);
});

describe('a refused fixture names code and line, and stays as it is', () => {
  test.each(named(refused))('%s', (_name, fixture) => {
    const { status, code, diagnostics } = convertFixture(fixture);
    const refusals = diagnostics.filter(({ severity }) => severity === 'refusal');
    expect({ kind: status, refusals: refusals.map(({ line, code }) => ({ line, code })) }).toEqual(
      fixture.expected,
    );
    expect(code).toBe(fixture.source);
  });
});

describe('a fixture becomes what its pair says', () => {
  test.each(named(accepted))('%s', (_name, fixture) => {
    const { status, code, diagnostics } = convertFixture(fixture);
    expect({ kind: status, code, diagnostics }).toEqual({ ...fixture.expected, diagnostics });
  });
});

describe('converting changes only what it reports', () => {
  test.each(named(accepted))('%s', (_name, fixture) => {
    const result = convertFixture(fixture);
    expect(applied(fixture.source, result)).toBe(result.code);
    expect(commentsOf(result.code)).toEqual(commentsOf(fixture.source));
    const again = convertFixture(fixture, result.code);
    expect({ status: again.status, code: again.code }).toEqual({ status: 'unchanged', code: result.code });
  });
});

/** What a text may be stored like, without any change to what it says. */
const stored: Readonly<Record<string, (text: string) => string>> = {
  'a byte order mark': (text) => `\ufeff${text}`,
  'CRLF line ends': (text) => text.replaceAll('\n', '\r\n'),
};

describe.each(Object.entries(stored))('%s make no difference', (_name, store) => {
  // A source that has either already would get it twice.
  test.each(named(accepted.filter(({ source }) => !/\r|\ufeff|^#!/.test(source))))('%s', (_name, fixture) => {
    const { status, code } = convertFixture(fixture);
    const other = convertFixture(fixture, store(fixture.source));
    expect({ status: other.status, code: other.code }).toEqual({ status, code: store(code) });
  });
});

describe('the conversion runs the same', () => {
  // An ES module that calls `require` does not run before it is converted.
  const runnable = accepted.filter((fixture) => !isEsm(fixture) || fixture.expected.kind === 'unchanged');
  test.each(named(runnable))('%s', async (_name, fixture) => {
    expect(await compareExecution(fixtureProgram(fixture, convertFixture(fixture)), { node })).toEqual([]);
  });
});

function named(list: readonly Fixture[]): [string, Fixture][] {
  return list.map((fixture) => [fixture.name, fixture]);
}

/** The source with the reported edits carried out, in the plainest way there is. */
function applied(source: string, { edits }: ConvertResult): string {
  let text = '';
  let position = 0;
  for (const { start, end, text: replacement } of edits) {
    // Edits come in order and leave each other alone.
    expect(start).toBeGreaterThanOrEqual(position);
    text += source.slice(position, start) + replacement;
    position = end;
  }
  return text + source.slice(position);
}
