import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Path -> text, bytes, an object that is written as JSON, or where a symbolic link leads. */
export type Tree = Readonly<Record<string, string | Uint8Array | object>>;

export function link(target: string): { readonly link: string } {
  return { link: target };
}

/** Writes the files into a new folder, and returns its real path. `removeTrees` takes all of them away. */
export function makeTree(tree: Tree): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-tree-')));
  roots.push(root);
  for (const [path, content] of Object.entries(tree)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content);
    else if ('link' in content) symlinkSync(String(content.link), file);
    else writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  }
  return root;
}

const roots: string[] = [];

export function removeTrees(): void {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
}
