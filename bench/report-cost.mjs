import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Preloaded into each measured process: at its end it reports its own cost, with that of its threads. */
const report = process.env.ESMSHIFT_BENCH_COST;
if (isMainThread && report !== undefined)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const memory = process.resourceUsage().maxRSS / 1024;
    appendFileSync(report, `${JSON.stringify({ cpu: (user + system) / 1e6, memory })}\n`);
  });
