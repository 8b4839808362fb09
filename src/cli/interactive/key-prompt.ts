import { createPrompt, makeTheme, useKeypress, usePrefix, useState } from '@inquirer/core';

/** One thing that a person may do, by one key. */
export interface KeyChoice<Value> {
  readonly key: string;
  readonly name: string;
  readonly value: Value;
}

interface KeyQuestion<Value> {
  readonly message: string;
  /** The first is what Enter means. */
  readonly choices: readonly KeyChoice<Value>[];
}

type KeyPrompt = <Value>(
  question: KeyQuestion<Value>,
  context?: Parameters<typeof prompt>[1],
) => Promise<Value>;

const prompt = createPrompt<unknown, KeyQuestion<unknown>>(({ message, choices }, done) => {
  const theme = makeTheme({});
  const [status, setStatus] = useState<'idle' | 'done'>('idle');
  const [answer, setAnswer] = useState('');
  const prefix = usePrefix({ theme, status });
  useKeypress((event) => {
    const isEnter = event.name === 'return' || event.name === 'enter';
    const choice = isEnter ? choices[0] : choices.find(({ key }) => key === event.name);
    if (choice === undefined || event.ctrl) return;
    setStatus('done');
    setAnswer(choice.name);
    done(choice.value);
  });
  const question = `${prefix} ${theme.style.message(message, status)}`;
  if (status === 'done') return `${question} ${theme.style.answer(answer)}`;
  return `${question}\n${choices.map(({ key, name }) => `  ${theme.style.key(key)} ${name}`).join('\n')}`;
});

/** Asks a question that one key answers, without Enter. */
export const askForKey = prompt as KeyPrompt;
