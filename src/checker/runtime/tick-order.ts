import type { ScanContext } from '../context.ts';
import { type Finding, makeFinding } from '../finding.ts';
import { rangeOf } from '../nodes.ts';
import { scheduledWhileLoading } from './scheduled.ts';

/**
 * A file that schedules both kinds of work while it loads. Node runs a CommonJS entry by itself, and then all of
 * `process.nextTick` before all promises; an ES module runs as part of a promise, and then promises go first.
 */
export function tickOrderFindings(scan: ScanContext): readonly Finding[] {
  const { tick, microtask } = scheduledWhileLoading(scan);
  if (tick === null || microtask === null) return [];
  const related = [{ path: null, range: rangeOf(microtask), note: 'a promise is waited for here' }];
  return [makeFinding('tick-order', { range: rangeOf(tick), related, settledBy: ['keep'] })];
}
