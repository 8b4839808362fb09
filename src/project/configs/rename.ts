import MagicString from 'magic-string';
import { lostByGlob } from '../packages/globs.ts';
import { globsIn, renameInScript } from '../packages/rename-scripts.ts';
import { type Renames, renamedByTool } from '../packages/renames.ts';
import type { ConfigFormat } from './config-files.ts';
import { stringsOf } from './strings.ts';

export interface RenamedConfig {
  /** The new text; the same string where nothing changes. */
  readonly text: string;
  readonly warnings: readonly ConfigWarning[];
}

export interface ConfigWarning {
  readonly code: 'glob-misses-rename' | 'script-names-rename';
  readonly args: { readonly field: string; readonly text: string; readonly path: string };
}

/**
 * Updates every string of a configuration file that is the path of a renamed file, or a command that names one. All
 * else stays as it is: formatting, comments, and globs, which are reported where they miss a file that they matched.
 */
export function renameInConfig(text: string, format: ConfigFormat, renames: Renames): RenamedConfig {
  const edits = new MagicString(text);
  const warnings: ConfigWarning[] = [];
  for (const { start, end, field } of stringsOf(text, format)) {
    const string = text.slice(start, end);
    const isCommand = /\S\s+\S/.test(string);
    // `${file(./stage.js):name}`
    const hasCall = /\w\(/.test(string);
    const renamed =
      isCommand || hasCall ? commandWith(string, field, renames, warnings) : renamedByTool(string, renames);
    if (renamed !== null && renamed !== string) edits.update(start, end, renamed);
    for (const glob of isCommand ? globsIn(string) : [string]) {
      const [lost] = lostByGlob(glob, renames);
      if (lost !== undefined && renamed === null)
        warnings.push({ code: 'glob-misses-rename', args: { field, text: glob, path: lost } });
    }
  }
  return { text: edits.toString(), warnings };
}

function commandWith(
  command: string,
  field: string,
  renames: Renames,
  warnings: ConfigWarning[],
): string | null {
  const { text, doubtful } = renameInScript(command, renames);
  for (const path of doubtful)
    warnings.push({ code: 'script-names-rename', args: { field, text: command, path } });
  return text === command ? null : text;
}
