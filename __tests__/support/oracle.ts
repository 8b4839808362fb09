import { differences } from './difference.ts';
import type { ObservedShape } from './observation.ts';
import { type Program, type RunOptions, run } from './run.ts';

/** A program and its conversion. */
export interface Conversion {
  /** Path -> source, all CommonJS. */
  readonly before: Program['files'];
  /** Path -> source after the conversion; files that were kept are among them, under their new names. */
  readonly after: Program['files'];
  /** Where the program starts, by its path before. */
  readonly entry: string;
  /** What became of each module that is looked at. */
  readonly modules: readonly ConvertedModule[];
}

export interface ConvertedModule {
  readonly path: string;
  readonly output: string;
  /** Null where the module stays CommonJS. */
  readonly shape: ObservedShape | null;
  /** Keys that the conversion announces to exist in any case, with the value `undefined`. */
  readonly conditionalKeys?: readonly string[];
}

/**
 * Runs a program as CommonJS and its conversion as ES modules, each in a Node of its own, and compares all that can be
 * observed: output, exit, uncaught errors, globals, what the modules export, what their functions return, and what
 * the modules export after that.
 *
 * @returns the observable differences, one line each
 */
export async function compareExecution(conversion: Conversion, options?: RunOptions): Promise<string[]> {
  const [before, after] = await Promise.all([
    run(originalProgram(conversion), options),
    run(convertedProgram(conversion), options),
  ]);
  const conditionalKeys = conversion.modules.flatMap((module) => module.conditionalKeys ?? []);
  return differences(before, after, new Set(conditionalKeys));
}

function originalProgram({ before, entry, modules }: Conversion): Program {
  return {
    files: { 'package.json': '{ "type": "commonjs" }', ...before },
    entry,
    modules: modules.map(({ path, shape }) => ({
      path,
      file: path,
      load: 'require',
      shape: shape ?? 'default',
    })),
  };
}

function convertedProgram({ after, entry, modules }: Conversion): Program {
  const moved = modules.find(({ path }) => path === entry);
  return {
    files: { 'package.json': '{ "type": "module" }', ...after },
    entry: moved?.output ?? entry,
    modules: modules.map(({ path, output, shape }) => ({
      path,
      file: output,
      load: shape === null ? 'require' : 'import',
      shape: shape ?? 'default',
    })),
  };
}
