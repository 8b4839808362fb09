// npm run picture    docs/review.png and docs/graph.png: the HTML review of a real conversion, as the README shows it;
// prints how fast it is

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import UPNG from 'upng-js';
import { corpusPackages, installPackage, isInstalled } from './corpus-store.mjs';
import { findBrowser } from './find-browser.mjs';

const SUBJECTS = ['eslint@8.57.1', 'webpack@5.112.2'];
const PICTURES = [
  { name: 'review.png', hash: '#/file/lib/cli.js', ready: '.diff' },
  { name: 'graph.png', hash: '#/graph/lib/linter/linter.js', ready: '.panel .neighbour-list li' },
];
/** So many colours are enough for the page, and make a small file. */
const COLOURS = 128;
const cli = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url));

const executablePath = findBrowser();
if (executablePath === null) throw new Error('There is no Chromium here; CHROMIUM=path names one.');
const folder = mkdtempSync(join(tmpdir(), 'esmshift-picture-'));
// The sandbox does not work for root, and nothing is loaded but what was made here.
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const spec of SUBJECTS) {
    const url = await reviewOf(spec);
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(url);
    await page.waitForSelector('.summary');
    console.log(`${spec}: ${await speed(page)}`);
    if (spec === SUBJECTS[0]) for (const picture of PICTURES) await take(page, picture);
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

/** @param {string} spec */
async function reviewOf(spec) {
  const subject = corpusPackages().find((pkg) => pkg.spec === spec);
  if (subject === undefined) throw new Error(`${spec} is not in the corpus.`);
  if (!isInstalled(subject)) await installPackage(subject);
  const output = join(folder, `${spec}.html`);
  const args = [cli, '--no-gitignore', '--reporter', 'html', '--output', output];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: subject.path, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return pathToFileURL(output).href;
}

/**
 * How long it took from opening the page to its first picture, and takes from a key in the search to the filtered list.
 *
 * @param {import('playwright-core').Page} page
 */
async function speed(page) {
  const opened = Number(
    await page.evaluate(`new Promise((done) => new PerformanceObserver((list) => {
      done(list.getEntriesByName('first-contentful-paint')[0]?.startTime);
    }).observe({ type: 'paint', buffered: true }))`),
  );
  const filtered = Number(
    await page.evaluate(`new Promise((done) => {
      const search = document.querySelector('input[type=search]');
      const start = performance.now();
      search.value = 'lib e';
      search.dispatchEvent(new Event('input', { bubbles: true }));
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
    })`),
  );
  const files = await page.locator('output').textContent();
  await page.keyboard.press('x');
  return `opened in ${Math.round(opened)} ms, filtered in ${Math.round(filtered)} ms (${files})`;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {{ name: string, hash: string, ready: string }} picture
 */
async function take(page, { name, hash, ready }) {
  await page.goto(page.url().split('#')[0] + hash);
  await page.waitForSelector(ready);
  await page.waitForTimeout(500);
  const { buffer } = new Uint8Array(await page.screenshot());
  const image = UPNG.decode(buffer);
  const small = UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS);
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), Buffer.from(small));
}
