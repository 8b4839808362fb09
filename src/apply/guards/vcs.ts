import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Version control systems by what lies at the top of their work trees. Only git can be asked what has changed. */
const systems = {
  '.git': 'git',
  '.hg': 'Mercurial',
  '.jj': 'Jujutsu',
  '.sl': 'Sapling',
  '.svn': 'Subversion',
  '.pijul': 'Pijul',
  '.fslckout': 'Fossil',
  _FOSSIL_: 'Fossil',
} as const;

export type VersionControl = (typeof systems)[keyof typeof systems];

/** The version control that a folder is under; null for none. Git counts first, where a tree is under two. */
export function versionControlOf(folder: string): VersionControl | null {
  for (const [mark, name] of Object.entries(systems))
    for (let place = folder; ; place = dirname(place)) {
      if (existsSync(join(place, mark))) return name;
      if (dirname(place) === place) break;
    }
  return null;
}
