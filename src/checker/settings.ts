import type { Setting } from './facts.ts';

/** `Date = Fake`, `x.Date = Fake`, `x['Date'] = Fake`, `x[name] = Fake` where `x` is the global object by name */
const replacing = [
  String.raw`\b(?:Date|Promise)\b['"\x60]?(?:\s*\])?\s*(?:\|\||\?\?|&&)?=(?![=>])`,
  String.raw`\bdelete\s+[\w$.]+\.(?:Date|Promise)\b`,
  String.raw`(?:\b(?:define\w+|set)\s*\(\s*[\w$.]+|\(\s*(?:global|globalThis))\s*,\s*['"\x60](?:Date|Promise)\b`,
  String.raw`\b(?:global|globalThis)\s*\[[^\]'"\x60\n]{1,80}\]\s*=(?![=>])`,
  String.raw`\b(?:assign|define\w+)\s*\(\s*(?:global|globalThis)\b`,
];
/** `Math.random = f`, `stub(Math, 'random')`, `Object.assign(Date, fakes)`, and what fakes them by other names */
const changing = [
  String.raw`\b(?:Date|Math|Promise)\s*(?:\.\s*[\w$]+|\[[^\]\n]{1,80}\])\s*=(?![=>])`,
  String.raw`\(\s*(?:Date|Math|Promise)\s*,\s*['"\x60]`,
  String.raw`\b(?:assign|define\w+)\s*\(\s*(?:Date|Math|Promise)\s*,`,
  String.raw`\b(?:useFakeTimers|timers\s*\.\s*enable)\b`,
];

/**
 * The names without which nobody sets it (Node documentation: `process.chdir`, `events.captureRejections`,
 * `stream.setDefaultHighWaterMark`, `util.inspect.defaultOptions`, `querystring.escape`); the working directory is also
 * what `process.cwd` is replaced by. What is replaced of the language is looked for in usual forms.
 */
const setBy: Readonly<Record<Setting, RegExp>> = {
  directory: /\bchdir\b|\bprocess\.cwd\s*=(?!=)|\bprocess,\s*['"`]cwd\b/,
  captureRejections: /\bcaptureRejections\b/,
  highWaterMark: /\bsetDefaultHighWaterMark\b/,
  inspectOptions: /\bdefaultOptions\b/,
  queryEscapes: /\.(?:un)?escape\s*=(?!=)/,
  stubs: new RegExp([...replacing, ...changing].join('|')),
};

/** A part of every name with which it may be set: most texts have none, and are not gone through letter by letter. */
const namedIn: Readonly<Record<Setting, readonly string[]>> = {
  directory: ['chdir', 'cwd'],
  captureRejections: ['captureRejections'],
  highWaterMark: ['setDefaultHighWaterMark'],
  inspectOptions: ['defaultOptions'],
  queryEscapes: ['escape'],
  stubs: ['Date', 'Promise', 'Math', 'global', 'imers'],
};

export const everySetting = Object.keys(setBy) as readonly Setting[];

/** What code of this text may set; comments count as well. */
export function settingsIn(text: string): readonly Setting[] {
  const found = everySetting.filter(
    (setting) => namedIn[setting].some((name) => text.includes(name)) && setBy[setting].test(text),
  );
  return found.length === 0 ? none : found;
}

const none: readonly Setting[] = [];
