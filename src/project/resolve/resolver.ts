/**
 * Where specifiers lead, by exactly the rules of Node, and what is found there:
 *
 *   createResolver()                    commonjs(specifier, fromFile), esm(specifier, fromFile)   (resolver.ts)
 *   relativeSpecifier, renamedSpecifier how a file is written as a specifier                      (specifier.ts)
 *   createExternals(resolver, ...)      what a package or another outside file gives its importer (external.ts)
 *   builtinNames(name)                  what a builtin gives                                      (builtins.ts)
 *
 * A resolver is made for one run: it lists each folder and reads each package.json once, so resolving specifiers
 * between files of known folders costs no system call.
 */
import path from 'node:path';
import { createManifests, type Manifests } from '../packages/manifest.ts';
import type { WorkspaceLinks } from '../packages/workspace-links.ts';
import { builtinName, isBuiltin } from './builtins.ts';
import { resolveCommonJs } from './commonjs.ts';
import { type Contents, createContents } from './contents.ts';
import { createDisk, type Disk } from './disk.ts';
import { resolveEsm } from './esm.ts';
import { type MissingReason, Unresolved } from './failure.ts';
import type { Surroundings } from './lookup.ts';

export type { MissingReason } from './failure.ts';

export type Resolution =
  /** The real path, absolute. */
  | { readonly kind: 'file'; readonly path: string }
  /** `fs` for `node:fs`, too; `node:test` and the like keep their prefix. */
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'missing'; readonly reason: MissingReason };

/** `fromFile` is an absolute real path. Never throws. */
export interface Resolver {
  readonly disk: Disk;
  readonly manifests: Manifests;
  readonly contents: Contents;
  readonly links: WorkspaceLinks;
  /** What `require(specifier)` in that file loads. */
  commonjs(specifier: string, fromFile: string): Resolution;
  /** What `import 'specifier'` in that file loads. */
  esm(specifier: string, fromFile: string): Resolution;
}

/** The conditions that Node 20.19, 22.12 and later set without flags; `default` always holds. */
const common = ['node', 'node-addons', 'module-sync'];

export function createResolver(
  manifests: Manifests = createManifests(),
  contents: Contents = createContents(),
  links: WorkspaceLinks = () => null,
): Resolver {
  const disk = createDisk();
  const forRequire = { disk, manifests, links, conditions: new Set(['require', ...common]) };
  const forImport = { disk, manifests, links, conditions: new Set(['import', ...common]) };
  return {
    disk,
    manifests,
    contents,
    links,
    commonjs: onceForFolder((specifier, file) => settle(specifier, file, resolveCommonJs, forRequire)),
    esm: onceForFolder((specifier, file) => settle(specifier, file, resolveEsm, forImport)),
  };
}

/** A specifier leads to the same from all files of a folder. */
function onceForFolder(resolve: Resolver['commonjs']): Resolver['commonjs'] {
  const byFolder = new Map<string, Map<string, Resolution>>();
  return (specifier, fromFile) => {
    const folder = path.dirname(fromFile);
    const known = byFolder.get(folder) ?? new Map<string, Resolution>();
    byFolder.set(folder, known);
    const resolution = known.get(specifier) ?? resolve(specifier, fromFile);
    known.set(specifier, resolution);
    return resolution;
  };
}

type Resolve = (specifier: string, fromFile: string, around: Surroundings) => string | URL;

function settle(specifier: string, fromFile: string, resolve: Resolve, around: Surroundings): Resolution {
  if (isBuiltin(specifier)) return { kind: 'builtin', name: builtinName(specifier) };
  if (specifier.startsWith('node:')) return { kind: 'missing', reason: 'unknown-builtin' };
  try {
    const found = resolve(specifier, fromFile, around);
    if (typeof found === 'string') return { kind: 'file', path: found };
    return { kind: 'builtin', name: builtinName(found.href) };
  } catch (error) {
    return { kind: 'missing', reason: error instanceof Unresolved ? error.reason : 'invalid-specifier' };
  }
}
