import type { ScanContext } from './context.ts';
import type { Answer } from './facts.ts';
import { type Finding, makeFinding } from './finding.ts';

const answerComment = /^[\s*!]*esmshift\s*:\s*(.*?)[\s*]*$/i;
const answers: readonly string[] = ['default', 'named', 'keep'] satisfies readonly Answer[];

export interface AnswerPart {
  readonly answer: Answer | null;
  readonly findings: readonly Finding[];
}

/**
 * The answer that a file gives for itself: `// esmshift: default` (or in a block comment) with nothing else in the
 * comment, anywhere in front of the first statement; directives may come before it.
 */
export function inFileAnswer({ parsed }: ScanContext): AnswerPart {
  const firstStatement = parsed.program.body[0]?.start ?? Number.POSITIVE_INFINITY;
  const findings: Finding[] = [];
  let answer: Answer | null = null;
  for (const { value, start, end } of parsed.comments) {
    const word = answerComment.exec(value)?.[1];
    if (word === undefined) continue;
    const range = [start!, end!] as const;
    if (!isAnswer(word)) findings.push(makeFinding('answer-unknown', { range, args: { word } }));
    else if (start! < firstStatement && answer === null) answer = word;
    else findings.push(makeFinding('answer-misplaced', { range }));
  }
  return { answer, findings };
}

function isAnswer(word: string): word is Answer {
  return answers.includes(word);
}
