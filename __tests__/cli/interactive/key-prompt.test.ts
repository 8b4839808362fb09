import { render } from '@inquirer/testing';
import { expect, test } from '@jest/globals';
import { askForKey } from '../../../src/cli/interactive/key-prompt.ts';

const question = {
  message: 'lib/a.js (1 of 2)',
  choices: [
    { key: 'y', name: 'accept', value: 'yes' },
    { key: 'n', name: 'skip', value: 'no' },
  ],
};

test('shows the keys, and answers to one of them without Enter', async () => {
  const { answer, events, getScreen } = await render(askForKey, question);
  expect(getScreen()).toBe('? lib/a.js (1 of 2)\n  <y> accept\n  <n> skip');
  events.keypress('n');
  expect(await answer).toBe('no');
  expect(getScreen()).toBe('✔ lib/a.js (1 of 2) skip');
});

test('takes Enter for the first, and no notice of other keys', async () => {
  const { answer, events } = await render(askForKey, question);
  events.keypress('z');
  events.keypress({ name: 'n', ctrl: true });
  events.keypress('enter');
  expect(await answer).toBe('yes');
});
