// @ts-check
/**
 * `npm run mutation -- --sample 300 --seed N [--seconds N] [--patience N]`: draws mutants of the checker, the linker and the rewriter, and
 * lets the tests of the fixed slice run on each until one fails, for `--patience` seconds at most. A run that is cut short goes on where it was, as long as
 * neither sources nor tests change. Exit status 1 where less than 85 % are killed.
 */
import { parseArgs } from 'node:util';
import { randomFrom } from '../crash/random.mjs';
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
const state = await prepared();
const known = knownVerdicts();
const random = randomFrom(Number(values.seed));
const drawn = shuffled(state.mutants).slice(0, Number(values.sample));
const judge = new Judge(state, Number(values.patience) * 1000);
const judged = [];
for (const mutant of drawn) {
  if (performance.now() > until) break;
  const verdict = known.get(mutant.id) ?? (await judge.verdictOn(mutant));
  if (!known.has(mutant.id)) keepVerdict(verdict);
  judged.push({ mutant, verdict });
  if (verdict.status === 'survived' || verdict.status === 'unreached') console.log(tellOf(mutant, verdict));
}
judge.end();
const { text, share } = tableOf(judged);
console.log(`\nseed ${values.seed}: ${judged.length} of ${state.mutants.length} mutants\n\n${text}`);
process.exitCode = share < 0.85 ? 1 : 0;

/**
 * @template T
 * @param {readonly T[]} items
 */
function shuffled(items) {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
