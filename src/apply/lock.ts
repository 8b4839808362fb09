import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../project/files/problem.ts';
import { WriteRefused } from './change.ts';
import { clearDrafts, closeJournals, JOURNALS, openJournals } from './journal.ts';

/**
 * Does something while no other run of esmshift writes or undoes in the same root. The lock of a process that has ended
 * counts for nothing.
 *
 * @throws WriteRefused where another run is at work
 */
export async function locked<Result>(root: string, work: () => Promise<Result>): Promise<Result> {
  const file = join(root, JOURNALS, 'lock');
  let isOurs = false;
  try {
    await openJournals(root);
    await take(file);
    isOurs = true;
    held.add(file);
    await clearDrafts(root);
    return await work();
  } finally {
    if (isOurs) await rm(file, { force: true });
    if (isOurs) held.delete(file);
    await closeJournals(root);
  }
}

/** The locks of this very process. */
const held = new Set<string>();

async function take(file: string): Promise<void> {
  const own = `${process.pid} ${hostname()}\n`;
  if (await created(file, own)) return;
  const holder = await readFile(file, 'utf8').catch(() => '');
  if (held.has(file) || isAtWork(holder))
    throw new WriteRefused(
      `Another run of esmshift (process ${holder.trim().replace(' ', ' on ')}) is writing here; if it is not, remove ${file}`,
    );
  await rm(file, { force: true });
  if (!(await created(file, own))) throw new WriteRefused('Another run of esmshift is writing here');
}

async function created(file: string, content: string): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    // Made, but not filled: the disk is full.
    await rm(file, { force: true });
    throw error;
  }
}

/** Of a process on another machine we cannot tell. */
function isAtWork(holder: string): boolean {
  const [pid, host] = holder.trim().split(' ');
  if (pid === undefined || host === undefined) return false;
  if (host !== hostname()) return true;
  // Another process had the number of this one before.
  if (Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
