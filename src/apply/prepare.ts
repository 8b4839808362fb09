import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { withAncestors } from '../project/files/paths.ts';
import { type Change, type Content, refusal } from './change.ts';
import type { Ownership } from './durable.ts';
import { hashOf, type Other, type ReadFile, readState } from './file-state.ts';
import { inside } from './inside.ts';
import { pooled } from './pool.ts';

/** A change with everything that is needed to carry it out and to take it back. */
export interface Prepared {
  readonly path: string;
  /** What stands there; null: nothing. */
  readonly before: ReadFile | null;
  readonly after: { readonly content: string | Uint8Array; readonly hash: string } | null;
  /** Null: as the system gives new files. */
  readonly owned: Ownership | null;
  readonly temporary: string;
}

type Found = ReadonlyMap<string, ReadFile | Other | null>;

/**
 * Looks at every path that is to change.
 *
 * @throws WriteRefused with a list of those that are not what the plan was made from; the signal's reason
 */
export async function prepare(
  root: string,
  changes: readonly Change[],
  signal: AbortSignal | undefined,
): Promise<readonly Prepared[]> {
  const found = new Map<string, ReadFile | Other | null>();
  await pooled(changes, async ({ path }) => {
    signal?.throwIfAborted();
    found.set(path, await readState(await inside(root, path)));
  });
  const reasons = changes.flatMap((change) => objection(change, found) ?? []);
  if (reasons.length > 0) throw refusal('Nothing was written:', reasons);
  const run = process.hrtime.bigint().toString(36);
  return changes.map(({ path, after, modeOf }, index) => ({
    path,
    before: fileAt(found, path),
    after: after === null ? null : withHash(contentOf(after, found)),
    owned: modeOf === null ? null : fileAt(found, modeOf),
    temporary: join(dirname(path), `.esmshift-${run}-${index}.tmp`),
  }));
}

/** Why a path must not be touched; null where it may be. */
function objection({ path, before }: Change, found: Found): string | null {
  const now = found.get(path) ?? null;
  if (before === null) return now === null ? null : `${path} exists already`;
  if (now === null) return `${path} is gone`;
  if (now === 'other') return `${path} is no ordinary file any more`;
  const changed = 'text' in before && hashOf(before.text) !== now.hash;
  return changed ? `${path} has changed since the plan was made` : null;
}

function contentOf(content: Content, found: Found): string | Uint8Array {
  return 'text' in content ? content.text : fileAt(found, content.bytesOf)!.bytes;
}

function withHash(content: string | Uint8Array) {
  return { content, hash: hashOf(content) };
}

function fileAt(found: Found, path: string): ReadFile | null {
  const file = found.get(path) ?? null;
  return file === 'other' ? null : file;
}

/** The folders that have to be made, the outermost first. */
export function missingFolders(
  root: string,
  entries: readonly { readonly path: string }[],
): readonly string[] {
  const folders = entries.flatMap(({ path }) => [...withAncestors(path)].slice(0, -1));
  return [...new Set(folders)].filter((folder) => !existsSync(join(root, folder)));
}
