import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Path -> content of every file below a folder, but for the journals of what was written there. */
export function filesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  const ids = paths.sort().map((path) => relative(folder, path).replaceAll('\\', '/'));
  return Object.fromEntries(
    ids
      .filter((id) => !id.startsWith('.esmshift/'))
      .map((id) => [id, readFileSync(join(folder, id), 'utf8')]),
  );
}
