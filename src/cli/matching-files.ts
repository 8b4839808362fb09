import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listFolder } from '../project/files/list.ts';
import { joinId, withSlashes } from '../project/files/paths.ts';
import { compilePatterns, globBase } from '../project/files/patterns.ts';
import { Failure } from './failure.ts';

/** The files that arguments name; what is no file, and matches some as a glob, stands for these. */
export function matchingFiles(names: readonly string[], cwd: string): readonly string[] {
  return names.flatMap((name) => {
    const base = globBase(withSlashes(name));
    if (base === null || isFile(resolve(cwd, name))) return [name];
    const { matches } = compilePatterns([`./${withSlashes(name)}`], '');
    const found = filesBelow(cwd, base).filter(matches);
    if (found.length === 0) throw new Failure(`${name} matches no file.`);
    return found;
  });
}

function isFile(absolute: string): boolean {
  return statSync(absolute, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** All but what is installed, in no order. */
function filesBelow(cwd: string, start: string): readonly string[] {
  const found: string[] = [];
  const pending = [start];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop())
    for (const entry of listFolder(join(cwd, folder))) {
      if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git')
        pending.push(joinId(folder, entry.name));
      else if (entry.isFile()) found.push(joinId(folder, entry.name));
    }
  return found;
}
