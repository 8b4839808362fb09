// @ts-check
/**
 * `npm run mutation -- --sample 300 --seed N [--seconds N] [--patience N]`: draws mutants of the checker, the linker and the rewriter, and
 * lets the tests of the fixed slice run on each until one fails, for `--patience` seconds of the processor at most. A run that is cut short goes on where
 * it was, as long as neither sources nor tests change; with more patience it tries again those that survived. Exit status 1 where less than 85 % are killed.
 */
import { parseArgs } from 'node:util';
import { keepVerdict, knownVerdicts, prepared } from './prepared.mjs';
import { tableOf, tellOf } from './report.mjs';
import { Judge } from './verdict.mjs';

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    patience: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '1000000' },
  },
});
const until = performance.now() + Number(values.seconds) * 1000;
const state = await prepared(Number(values.sample), Number(values.seed));
const known = knownVerdicts(Number(values.patience));
const judge = new Judge(state, Number(values.patience) * 1000);
const judged = [];
for (const mutant of state.mutants) {
  if (performance.now() > until) break;
  const verdict = known.get(mutant.id) ?? (await judge.verdictOn(mutant));
  if (!known.has(mutant.id)) keepVerdict({ ...verdict, patience: Number(values.patience) });
  judged.push({ mutant, verdict });
  if (verdict.status === 'survived' || verdict.status === 'unreached') console.log(tellOf(mutant, verdict));
}
judge.end();
const { text, share } = tableOf(judged);
console.log(`\nseed ${values.seed}: ${judged.length} of ${state.of} mutants\n\n${text}`);
process.exitCode = share < 0.85 ? 1 : 0;
