import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import { type Reader, startReader } from './page.ts';
import { sample } from './sample.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
});
afterAll(() => reader.close());

const views = ['#/', '#/file/lib/a.js', '#/file/lib/b.js', '#/graph/lib/a.js'];

test.each(views.flatMap((hash) => [[hash, 'light'] as const, [hash, 'dark'] as const]))(
  'axe finds nothing wrong with %s in %s',
  async (hash, scheme) => {
    const { page } = await reader.open(sample(), { hash, dark: scheme === 'dark' });
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    const found = violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      where: nodes.map(({ html }) => html),
    }));
    expect(found).toEqual([]);
  },
);
