import type { RuntimeTarget } from '../rewrite/decision.ts';

/** The oldest Node that the converted code has to run on. */
export type NodeVersion = '20.19' | '22' | '24';

/**
 * What the oldest supported Node offers in place of CommonJS features.
 *
 * @see Node.js documentation, "ECMAScript modules", `import.meta.dirname` (20.11) and `import.meta.main` (24.2)
 */
export function runtimeTarget(node: NodeVersion = '20.19'): RuntimeTarget {
  return { importMetaDirname: true, importMetaMain: node === '24', nodePrefix: true };
}
