import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What a Node program cost as a whole process, by the operating system's own accounting of it with all its threads and
 * of the Node processes that it started.
 *
 * @typedef {{ wall: number, cpu: number, memory: number, note: string | null }} Cost seconds, seconds, MiB at the peak of
 *   the largest process; what the program itself said last of files that it could not take
 */

const reporter = new URL('./report-cost.mjs', import.meta.url).href;

/** The program ran longer than it may, or ended as it should not. */
export class Failed extends Error {}

/**
 * Runs a Node program and throws its output away.
 *
 * @param {readonly string[]} args Node's arguments: the program and its own.
 * @param {{ cwd?: string, status?: readonly number[], limit?: number }} [options] `limit` in seconds
 * @returns {Promise<Cost>}
 * @throws {Failed}
 */
export async function costOf(args, { cwd = process.cwd(), status = [0], limit = 3600 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'esmshift-cost-'));
  const report = join(folder, 'cost.jsonl');
  try {
    const started = process.hrtime.bigint();
    const complaint = await finished(args, { cwd, status, limit, report });
    const wall = Number(process.hrtime.bigint() - started) / 1e9;
    /** @type {Pick<Cost, 'cpu' | 'memory'>[]} */
    const costs = readFileSync(report, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const cpu = costs.reduce((sum, cost) => sum + cost.cpu, 0);
    const note = /[1-9]\d* of \d+ files failed/.exec(complaint)?.[0] ?? null;
    return { wall, cpu, memory: Math.max(...costs.map(({ memory }) => memory)), note };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {readonly string[]} args
 * @param {{ cwd: string, status: readonly number[], limit: number, report: string }} options
 * @returns {Promise<string>} what it said on stderr, the end of it
 */
function finished(args, { cwd, status, limit, report }) {
  const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import=${reporter}`;
  const env = { ...process.env, NODE_OPTIONS, ESMSHIFT_BENCH_COST: report };
  // A group of its own, so that the processes which it starts end with it.
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint = (complaint + chunk).slice(-20_000);
  });
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  }, limit * 1000);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (isOver) fail(new Failed(`over ${limit} s`));
      else if (code === null || !status.includes(code)) fail(new Failed(reasonIn(complaint, code ?? signal)));
      else done(complaint);
    });
  });
}

/**
 * @param {string} complaint
 * @param {number | string | null} end
 */
function reasonIn(complaint, end) {
  const line = complaint.split('\n').find((each) => /error/i.test(each));
  return `ends with ${end}${line === undefined ? '' : `: ${line.trim().slice(0, 80)}`}`;
}

/**
 * The middle value, or the mean of the two in the middle.
 *
 * @param {readonly number[]} values at least one
 */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
