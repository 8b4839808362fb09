import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { reviewed } from '../review/reviewed.ts';
import { type Reader, startReader } from './page.ts';
import { large, sample } from './sample.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
});
afterAll(() => reader.close());

const listed = (page: Page): Promise<string[]> => page.locator('.files .file').allTextContents();
const texts = async (page: Page, selector: string): Promise<string[]> =>
  (await page.locator(selector).allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());

test('opens from disk, asks the network for nothing, and sums up', async () => {
  const { page, trouble } = await reader.open(sample());
  expect(await page.title()).toBe('project · esmshift review');
  expect(await texts(page, '#headline')).toEqual(['20.0% of 5 source files converted']);
  expect(await texts(page, '.counts button')).toEqual(['1 converted', '1 unchanged', '2 refused', '1 error']);
  expect(await texts(page, '.chart.codes tbody code')).toEqual(['exports-escape', 'syntax-error', 'umd']);
  expect(await texts(page, '.chart:not(.codes) tbody th')).toEqual(['lib/', 'test/']);
  expect(trouble).toEqual([]);
});

test('lists the files folder by folder, with new names and new files told apart', async () => {
  const { page } = await reader.open(sample());
  expect(await texts(page, '.files li')).toEqual([
    'lib/ 2',
    'a.jsconverted',
    'b.jsnewconverted',
    'test/ 1',
    'data.jsunchanged',
    'lib/ 1',
    'b.js→ .cjsrefused',
    'test/ 1',
    'c.jsrefused',
    'test/ 1',
    'broken.jserror',
  ]);
  await page.getByLabel('refused first').check();
  expect((await listed(page))[0]).toContain('b.js→ .cjs');
});

describe('filters', () => {
  test.each([
    ['a word of the path', 'LIB/', 3],
    ['a code', 'exports-esc', 1],
    ['a status', 'refused', 2],
    ['several words', 'test error', 1],
    ['a word that must not be there', 'test -broken', 2],
    ['what nothing has', 'nonsense', 0],
  ])('by search: %s', async (_what, query, count) => {
    const { page } = await reader.open(sample());
    await page.getByRole('searchbox').fill(query);
    expect(await listed(page)).toHaveLength(count);
    expect(await texts(page, 'output')).toEqual([`${count} of 6 files`]);
    await page.getByRole('button', { name: 'clear' }).click();
    expect(await listed(page)).toHaveLength(6);
  });

  test('by status, by code, and by what a chart shows', async () => {
    const { page } = await reader.open(sample());
    await page.locator('.chip.refused').click();
    expect(await listed(page)).toHaveLength(2);
    await page.locator('.chip.error').click();
    expect(await listed(page)).toHaveLength(3);
    await page.keyboard.press('x');
    await page.getByLabel('Code', { exact: true }).selectOption('umd');
    expect(await listed(page)).toHaveLength(1);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'clear' }).click();
    await page.locator('.chart.codes button', { hasText: 'exports-escape' }).click();
    expect(await listed(page)).toHaveLength(1);
    await page.getByRole('button', { name: 'clear' }).click();
    await page.locator('.chart:not(.codes) button', { hasText: 'test/' }).click();
    expect(await texts(page, 'output')).toEqual(['3 of 6 files in test/']);
  });
});

test('shows a diff in two columns and in one, with the changed words marked', async () => {
  const { page } = await reader.open(sample());
  await page.getByRole('link', { name: 'a.js converted', exact: true }).click();
  await page.waitForSelector('.diff.split');
  expect(await texts(page, '.diff.split tr')).toHaveLength(2);
  expect(await texts(page, '.diff .removed mark')).toContain('require');
  expect(await texts(page, '.diff .added mark')).toContain('import');
  await page.getByRole('button', { name: 'Unified' }).click();
  expect(await texts(page, '.diff.unified tr')).toEqual([
    "1removed: const b = require('./b');",
    '2removed: exports.a = b;',
    "1added: import b from './b.cjs';",
    '2added: export const a = b;',
  ]);
  expect(await texts(page, '.neighbours summary')).toEqual(['Imports 1', 'Imported by 2']);
});

test('shows why a file was refused: the alias, the line where it escapes, the way out', async () => {
  const { page } = await reader.open(sample(), { hash: '#/file/lib/b.js' });
  expect(await texts(page, '.finding .place')).toEqual(['lib/b.js:5:8', 'lib/b.js:1']);
  expect(await texts(page, '.frame .line.marked')).toEqual(['5extend(self);', '1const self = exports;']);
  expect(await texts(page, '.frame mark')).toEqual(['self', 'self']);
  expect((await texts(page, '.help'))[0]).toMatch(
    /^What would settle it: Convert the file together with those that import it, answer default/,
  );
});

test('is worked with the keys alone', async () => {
  const { page } = await reader.open(sample());
  const at = async (): Promise<string> => (await texts(page, '.file-head .path'))[0]!;
  await page.keyboard.press('j');
  expect(await at()).toBe('lib/a.js');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  expect(await at()).toBe('test/c.js');
  await page.keyboard.press('p');
  expect(await at()).toBe('lib/b.js');
  await page.keyboard.press('v');
  expect(await texts(page, '.progress')).toEqual(['1 of 6 viewed']);
  await page.keyboard.press('u');
  await page.keyboard.press('/');
  await page.keyboard.type('jk');
  expect(await page.getByRole('searchbox').inputValue()).toBe('jk');
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await page.keyboard.press('g');
  expect(await texts(page, '.panel h3')).toEqual(['lib/b.js', 'Cycles']);
  await page.keyboard.press('Enter');
  expect(await at()).toBe('lib/b.js');
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  expect(await page.locator('.summary').isVisible()).toBe(true);
});

test('keeps the reader’s ticks and colours for the next visit', async () => {
  const { page } = await reader.open(sample(), { hash: '#/file/lib/a.js' });
  await page.getByLabel('viewed', { exact: true }).check();
  await page.keyboard.press('t');
  await page.reload();
  expect(await texts(page, '.progress')).toEqual(['1 of 6 viewed']);
  expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('light');
});

test('draws the graph, and says in words what it shows', async () => {
  const { page, trouble } = await reader.open(sample(), { hash: '#/graph' });
  const pixels = `const { width, height } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    return new Set(new Uint32Array(data.buffer)).size;`;
  const colours = (): Promise<unknown> =>
    page.evaluate(`(function (canvas) { ${pixels} })(document.querySelector('canvas'))`);
  expect(await colours()).toBeGreaterThan(20);
  expect(await page.getByRole('img').getAttribute('aria-label')).toMatch(
    /^Module graph: 5 files, 3 imports, 1 cycles/,
  );
  await page.locator('.files .file', { hasText: 'a.js' }).first().click();
  await page.waitForSelector('.panel .neighbour-list li');
  expect(await texts(page, '.panel .neighbour-list li')).toEqual(['lib/b.js', 'lib/b.js late', 'test/c.js']);
  await page.getByRole('button', { name: '2 files, lib/a.js' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('link', { name: 'open its diff' }).click();
  await page.waitForSelector('.file-head');
  expect(await texts(page, '.file-head .path')).toEqual(['lib/a.js']);
  expect(trouble).toEqual([]);
});

test('shows hostile text as text', async () => {
  const attack = '</script><img src=x onerror="document.title=1"><!--\u202e';
  const { page, trouble } = await reader.open(
    reviewed({ path: `${attack}.js`, before: `a;\n${attack}\n`, after: `b;\n${attack}\n` }),
  );
  await page.keyboard.press('j');
  expect((await texts(page, '.diff tr'))[1]).toContain(
    '</script><img src=x onerror="document.title=1"><!--\ufffd',
  );
  expect(await page.locator('img').count()).toBe(0);
  expect(trouble).toEqual([]);
});

test('holds 2,000 files, with only those in sight in the page', async () => {
  const { page } = await reader.open(large(2_000));
  expect(await page.locator('.files li').count()).toBeLessThan(80);
  await page.locator('.files').evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await page
    .getByRole('link', { name: 'file1990.js' })
    .or(page.getByRole('link', { name: 'file1999.js' }))
    .first()
    .click();
  await page.getByRole('searchbox').fill('file77');
  expect(await texts(page, 'output')).toEqual(['11 of 2000 files']);
  expect(await listed(page)).toHaveLength(11);
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  expect(await page.locator('canvas').isVisible()).toBe(true);
});
