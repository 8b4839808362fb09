import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';

// What esmshift answered when `npm run answers` was run last, so that no answer changes unnoticed.

const folder = fileURLToPath(new URL('../../__testfixtures__/answers/', import.meta.url));
const isRecording = process.env.RECORD_ANSWERS === '1';

/** The recorded answers of a kind, by name. */
export function recordedNames(kind: string): readonly string[] {
  return readdirSync(folder + kind).map((name) => name.replace(/\.txt$/, ''));
}

/** Expects the text that was recorded under a name. */
export function expectRecorded(name: string, text: string): void {
  if (isRecording) record(name, text);
  else expect(text).toBe(read(name));
}

/** Texts that are recorded together: a line for each. */
export class RecordedLines {
  readonly #name: string;
  readonly #lines: Map<string, string>;

  constructor(name: string) {
    this.#name = name;
    this.#lines = new Map(isRecording ? [] : read(name).trimEnd().split('\n').map(splitLine));
  }

  /** Expects the word that was recorded under a key. */
  expect(key: string, word: string): void {
    if (isRecording) this.#lines.set(key, word);
    else expect(word).toBe(this.#lines.get(key));
  }

  /** To be called when all keys are known. */
  end(): void {
    if (isRecording) record(this.#name, [...this.#lines].map(([key, word]) => `${word} ${key}\n`).join(''));
  }
}

function splitLine(line: string): [string, string] {
  const end = line.indexOf(' ');
  return [line.slice(end + 1), line.slice(0, end)];
}

/** Empty where nothing was recorded. */
function read(name: string): string {
  const file = `${folder}${name}.txt`;
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function record(name: string, text: string): void {
  const file = `${folder}${name}.txt`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
