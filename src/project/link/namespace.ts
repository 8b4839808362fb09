import type { DiagnosticCode } from '../../checker/diagnostics/codes.ts';
import type { RequireFact, ValueUse } from '../../checker/facts.ts';
import { usesOf } from './uses.ts';

/**
 * Whether a namespace object can stand in for an exports object.
 *
 * A namespace object (ECMA-262 §10.4.6) has no prototype, cannot be written to, lists its keys in code unit order and
 * is another object than the one that CommonJS handed out. So an importer that only reads known keys cannot tell
 * them apart; every other use can.
 */

export interface Trouble {
  readonly code: DiagnosticCode;
  readonly use: ValueUse;
}

const troubleOf: Readonly<Record<ValueUse['kind'], DiagnosticCode | null>> = {
  member: null,
  method: null,
  call: null,
  construct: null,
  destructure: null,
  test: null,
  'member-write': 'importer-assigns',
  copy: null,
  computed: 'importer-reads-computed-key',
  enumerate: 'importer-enumerates',
  export: 'importer-passes-on',
  value: 'importer-passes-on',
};

/**
 * @returns the first use of the required value by which the importer could tell a namespace object from the exports
 *   object, or null where it cannot.
 */
export function namespaceTrouble(fact: RequireFact, keys: ReadonlySet<string>): Trouble | null {
  for (const use of usesOf(fact)) {
    const code = troubleOf[use.kind];
    if (code !== null) return { code, use };
    if (use.keys.some((key) => !keys.has(key) && isInherited(key)))
      return { code: 'importer-reads-inherited-key', use };
    if (use.keys.includes('__esModule') && getsMarker(keys)) return { code: 'importer-reads-marker', use };
  }
  return null;
}

/** Keys that an ordinary object has from its prototype, and a namespace object has not. */
export function isInherited(key: string): boolean {
  return key in Object.prototype;
}

/**
 * Where an ES module has a default export, `require` gives a copy of its namespace with one more key, `__esModule`
 * (Node documentation, "Loading ECMAScript modules using require()").
 */
function getsMarker(keys: ReadonlySet<string>): boolean {
  return keys.has('default') && !keys.has('__esModule');
}
