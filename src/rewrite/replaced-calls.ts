/** Calls of a `require` that go, with all that stands in them, since an import stands for them. */
import type { Range } from '../checker/facts.ts';
import type { Rewriting } from './rewriting.ts';

/** `createRequire(__filename)('x')`, `require('module').createRequire(__filename)('x')` */
export function isInReplacedCall({ facts, decision }: Rewriting, [start, end]: Range): boolean {
  return facts.requires.some(({ via, call }, index) => {
    const isInside = call[0] <= start && end <= call[1] && (call[0] !== start || call[1] !== end);
    return via === 'createRequire' && isInside && isReplaced({ facts, decision }, index);
  });
}

/** Whether an import stands for a call, and nothing that it was given is evaluated any more. */
export function isReplaced(
  { facts, decision }: Pick<Rewriting, 'facts' | 'decision'>,
  index: number,
): boolean {
  const form = decision.requires[index]?.form;
  return form !== 'create-require' && form !== 'keep' && !facts.requires[index]?.extraArguments;
}
