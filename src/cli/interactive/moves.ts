import { isConverting } from '../../checker/facts/common.ts';
import type { FileReport } from '../../project/report.ts';
import type { AnswerShape } from '../answers.ts';
import type { KeyChoice } from './key-prompt.ts';

/** What a person may do with the file at hand. */
export type Move = 'accept' | 'skip' | 'default' | 'named' | 'folder' | 'rest' | 'back' | 'quit';

const ELSEWHERE: readonly KeyChoice<Move>[] = [
  { key: 'b', name: 'back to the file before', value: 'back' },
  { key: 'q', name: 'quit; the next run goes on here', value: 'quit' },
];

const CONVERTED: readonly KeyChoice<Move>[] = [
  { key: 'y', name: 'accept', value: 'accept' },
  { key: 'n', name: 'skip: it stays CommonJS', value: 'skip' },
  { key: 'f', name: 'accept all of this folder', value: 'folder' },
  { key: 'a', name: 'accept all that are left', value: 'rest' },
  ...ELSEWHERE,
];

const REFUSED: readonly KeyChoice<Move>[] = [
  { key: 'y', name: 'leave it CommonJS', value: 'accept' },
  { key: 'd', name: 'answer `default`: export one ordinary object', value: 'default' },
  { key: 'm', name: 'answer `named`: export names', value: 'named' },
  { key: 'f', name: 'accept all of this folder', value: 'folder' },
  { key: 'a', name: 'accept all that are left', value: 'rest' },
  ...ELSEWHERE,
];

/** What can be done with a file: an answer is offered where it would settle every refusal. */
export function movesFor(row: FileReport): readonly KeyChoice<Move>[] {
  if (row.status === 'converted') return CONVERTED;
  const refusals = row.diagnostics.filter(({ severity }) => severity === 'refusal');
  const settles = (shape: AnswerShape): boolean =>
    refusals.length > 0 && refusals.every(({ settledBy }) => settledBy.includes(shape));
  return REFUSED.filter(({ value }) => !isConverting(value) || settles(value));
}
