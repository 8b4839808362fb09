import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import type { Reporter, Reviewed } from '../../src/review/reporter.ts';
import { plain } from '../review/reviewed.ts';

/** A page of a review, in a real browser. */
export interface OpenPage {
  readonly page: Page;
  /** What the page asked the network for, and what it complained of. */
  readonly trouble: readonly string[];
}

/** Opens reviews as files, as a reader does. */
export interface Reader {
  open(review: Reviewed, options?: { readonly hash?: string; readonly dark?: boolean }): Promise<OpenPage>;
  close(): Promise<void>;
}

export async function startReader(): Promise<Reader> {
  const folder = mkdtempSync(join(tmpdir(), 'esmshift-page-'));
  // The sandbox does not work for root, and nothing is loaded but what was made here.
  const browser = await chromium.launch({ executablePath: findBrowser()!, args: ['--no-sandbox'] });
  const html = await builtReporter();
  let count = 0;
  return {
    async open(review, { hash = '', dark = false } = {}) {
      const path = join(folder, `review${count++}.html`);
      writeFileSync(path, [...html(review, plain)].join(''));
      return openPage(browser, `${pathToFileURL(path).href}${hash}`, dark);
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The reporter as it is built: the sources have no bundled script beside them. */
async function builtReporter(): Promise<Reporter> {
  const built = new URL('../../dist/src/review/html/html.js', import.meta.url).href;
  return (await import(built)).html;
}

async function openPage(browser: Browser, url: string, dark: boolean): Promise<OpenPage> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
  });
  const trouble: string[] = [];
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url.split('#')[0]) trouble.push(request.url());
  });
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(String(error)));
  await page.goto(url);
  await page.waitForSelector('main *');
  return { page, trouble };
}
