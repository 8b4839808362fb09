import type { API, FileInfo, Options } from 'jscodeshift';
import { type ConvertResult, convert } from '../../src/project/convert.ts';
import { neighbourResolver } from '../../src/project/neighbours.ts';
import { convertOptions } from './options.ts';

/** Which part of the conversion a transform carries out. */
export interface Part {
  /** Files of these shapes are converted, others are left as they are. */
  readonly shapes: readonly ConvertResult['shape'][];
  /** `keep`: calls of `require` stay, for another transform to convert. */
  readonly requires: 'convert' | 'keep';
}

/** What jscodeshift calls for each file; `report` is missing where its testUtils make the call. */
export type Codemod = (
  file: FileInfo,
  api: Pick<API, 'stats'> & Partial<Pick<API, 'report'>>,
  options: Options,
) => string | undefined;

/**
 * Makes a jscodeshift transform of a part of the conversion.
 *
 * The transform returns the new source, the source itself where there is nothing to do ("unmodified"), or undefined
 * where the file is refused ("skipped"); it throws for a file that cannot be parsed ("error"). What the checker has to
 * say goes to `api.report`, and the codes are counted by `api.stats`.
 */
export function codemod(part: Part): Codemod {
  return (file, api, options) => {
    const result = convert(file.source, {
      ...convertOptions(options),
      path: file.path,
      resolve: neighbourResolver(file.path),
      requires: part.requires,
    });
    if (result.status === 'error')
      throw new Error(result.diagnostics.map(({ message }) => message).join(' '));
    const ours = result.status !== 'converted' || part.shapes.includes(result.shape);
    if (!ours) return file.source;
    report(result, api);
    return result.status === 'refused' ? undefined : result.code;
  };
}

function report({ diagnostics }: ConvertResult, api: Parameters<Codemod>[1]): void {
  for (const { line, column, severity, code, message, help } of diagnostics) {
    api.report?.(`${line}:${column} ${severity} ${code}: ${message} ${help}`);
    api.stats(code);
  }
}
