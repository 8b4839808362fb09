import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('namespaces.mjs', import.meta.url));

export interface NodeNamespace {
  /** Sorted; absent where the module cannot be loaded. */
  readonly names?: readonly string[];
  /** Whether `default` is what `require` gives. */
  readonly same?: boolean;
}

/** What Node makes of each module, by its URL. */
export function nodeNamespaces(urls: readonly string[]): ReadonlyMap<string, NodeNamespace> {
  const folder = mkdtempSync(join(tmpdir(), 'esmshift-names-'));
  const output = join(folder, 'found.json');
  execFileSync(process.execPath, ['--no-warnings', script, output, ...urls], { stdio: 'ignore' });
  const found = JSON.parse(readFileSync(output, 'utf8'));
  rmSync(folder, { recursive: true });
  return new Map(Object.entries(found));
}
