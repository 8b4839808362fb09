import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Resolution, Resolver } from '../../../../src/project/resolve/resolver.ts';

/** A specifier and the file in which it stands. */
export type Pair = readonly [from: string, specifier: string];

const script = fileURLToPath(new URL('resolutions.mjs', import.meta.url));

/** What Node says about each pair: by `require`, by `import`. */
export function nodeResolutions(pairs: readonly Pair[]): readonly (readonly [string, string])[] {
  const folder = mkdtempSync(join(tmpdir(), 'esmshift-resolve-'));
  const [input, output] = [join(folder, 'pairs.json'), join(folder, 'found.json')];
  writeFileSync(input, JSON.stringify(pairs));
  // Neither is part of what a project is: both would add folders to search.
  const env = { ...process.env, HOME: folder, NODE_PATH: '', NODE_OPTIONS: '' };
  execFileSync(
    process.execPath,
    ['--no-warnings', '--experimental-import-meta-resolve', script, input, output],
    { env },
  );
  const found = JSON.parse(readFileSync(output, 'utf8'));
  rmSync(folder, { recursive: true });
  return found;
}

/** The same from our resolver; only whether there is an error is compared, not which. */
export function disagreements(pairs: readonly Pair[], resolver: Resolver): readonly string[] {
  const expected = nodeResolutions(pairs);
  return pairs.flatMap(([from, specifier], index) =>
    (['commonjs', 'esm'] as const).flatMap((system, at) => {
      const wanted = expected[index]![at]!;
      const got = inWords(resolver[system](specifier, from));
      const agree = wanted.startsWith('!') ? got.startsWith('!') : got === wanted;
      return agree ? [] : [`${system} ${specifier} in ${from}: Node ${wanted}, we ${got}`];
    }),
  );
}

function inWords(resolution: Resolution): string {
  if (resolution.kind === 'file') return resolution.path;
  if (resolution.kind === 'missing') return `!${resolution.reason}`;
  return resolution.name.startsWith('node:') ? resolution.name : `node:${resolution.name}`;
}
