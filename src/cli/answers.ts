import { choices } from '../project/options/choices.ts';
import { Failure } from './failure.ts';

export type AnswerShape = (typeof choices.answer)[number];
export type Answers = Readonly<Record<string, { readonly shape: AnswerShape }>>;

const SHAPES: ReadonlySet<string> = new Set(choices.answer);

/** `['lib/x.js=default']` -> `{'lib/x.js': {shape: 'default'}}`; a Failure where one does not read like that. */
export function parseAnswers(texts: readonly string[]): Answers {
  return Object.fromEntries(texts.map(parseAnswer));
}

function parseAnswer(text: string): [path: string, answer: { shape: AnswerShape }] {
  const at = text.lastIndexOf('=');
  const path = text.slice(0, Math.max(at, 0));
  const shape = text.slice(at + 1);
  if (path === '' || !isShape(shape))
    throw new Failure(`--answer takes PATH=default, PATH=named or PATH=keep, not ${text}.`);
  return [path, { shape }];
}

function isShape(text: string): text is AnswerShape {
  return SHAPES.has(text);
}
