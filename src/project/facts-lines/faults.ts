import type { RewrittenFile } from '../rewrite-files.ts';
import { FactsRefused } from './format.ts';

/**
 * A file that cannot be converted for a fault of ours stays CommonJS, and what loads it is planned anew with that. Where
 * other runs plan what loads it, they cannot know.
 */
export function refuseFaults(rewritten: readonly RewrittenFile[]): void {
  const faulty = rewritten.filter(({ outcome }) => outcome.fault !== null).map(({ id }) => id);
  if (faulty.length === 0) return;
  throw new FactsRefused(
    `A fault of esmshift keeps ${faulty.join(', ')} from being converted, which plans of other packages do not know: answer \`keep\` for it in the configuration and plan them all again.`,
  );
}
