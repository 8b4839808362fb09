import type { Setting } from './facts.ts';

/**
 * The names without which nobody sets it (Node documentation: `process.chdir`, `events.captureRejections`,
 * `stream.setDefaultHighWaterMark`, `util.inspect.defaultOptions`, `querystring.escape`); the working directory is also
 * what `process.cwd` is replaced by.
 */
const setBy: Readonly<Record<Setting, RegExp>> = {
  directory: /\bchdir\b|\bprocess\.cwd\s*=(?!=)|\bprocess,\s*['"`]cwd\b/,
  captureRejections: /\bcaptureRejections\b/,
  highWaterMark: /\bsetDefaultHighWaterMark\b/,
  inspectOptions: /\bdefaultOptions\b/,
  queryEscapes: /\.(?:un)?escape\s*=(?!=)/,
};

/** A part of every name with which it may be set: most texts have none, and are not gone through letter by letter. */
const namedIn: Readonly<Record<Setting, readonly string[]>> = {
  directory: ['chdir', 'cwd'],
  captureRejections: ['captureRejections'],
  highWaterMark: ['setDefaultHighWaterMark'],
  inspectOptions: ['defaultOptions'],
  queryEscapes: ['escape'],
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
