/** What a named module exports besides: one object for those who take it whole, and names that are never set. */
import type { CompiledFacts } from '../../checker/facts.ts';
import { statement } from '../create-require.ts';
import type { Imports } from '../imports/imports.ts';
import { isIdentifierName } from '../naming.ts';
import { printExportList, quoted } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';
import type { KeyPlan } from './plan.ts';

/** `const exports = { a, b: c };` and `export { exports as default, exports as 'module.exports' };` */
export function writeObjectView(rewriting: Rewriting, imports: Imports, plans: Iterable<KeyPlan>): void {
  const { names, slots, style } = rewriting;
  const local = names.ofExports([]);
  const { compiled } = rewriting.facts.exports;
  const entries = inOrder([...plans], compiled?.order ?? []).map(
    (plan): Entry => ({ key: plan.key, local: localOf(imports, plan) }),
  );
  const whole =
    compiled !== null && compiled.getters.length > 0
      ? objectWithGetters(entries, compiled, style)
      : plainObject(entries, compiled, style);
  slots.addAtEnd(statement(style, `const ${local} = ${whole}`), 'commonjs-view');
  const view = ['default', 'module.exports'].map((exported) => ({ local, exported }));
  slots.addAtEnd(printExportList(style, view), 'commonjs-view');
}

interface Entry {
  readonly key: string;
  readonly local: string;
}

function plainObject(
  entries: readonly Entry[],
  compiled: CompiledFacts | null,
  style: Rewriting['style'],
): string {
  const properties = entries.map(({ key, local }) => property(style, key, local));
  if (compiled?.isEnumerable) properties.unshift('__esModule: true');
  const object = properties.length === 0 ? '{}' : `{ ${properties.join(', ')} }`;
  return compiled === null || compiled.isEnumerable ? object : withMarker(object, style);
}

/** Exports by getters cannot be assigned to. */
function objectWithGetters(
  entries: readonly Entry[],
  { getters, isEnumerable }: CompiledFacts,
  style: Rewriting['style'],
): string {
  const ordinary = 'configurable: true, enumerable: true, writable: true';
  const byGetter = new Set(getters.map(({ key }) => key));
  const described = entries.map(({ key, local }) => {
    const value = byGetter.has(key)
      ? `enumerable: true, get: () => ${local}`
      : `${ordinary}, value: ${local}`;
    return property(style, key, `{ ${value} }`);
  });
  const marker = `{ ${isEnumerable ? `${ordinary}, ` : ''}value: true }`;
  return `Object.defineProperties({}, { ${[`__esModule: ${marker}`, ...described].join(', ')} })`;
}

/** A compiler sets the marker, which is not enumerable, before all keys. */
function withMarker(object: string, style: Rewriting['style']): string {
  const marker = `Object.defineProperty({}, ${quoted(style, '__esModule')}, { value: true })`;
  return object === '{}' ? marker : `Object.assign(${marker}, ${object})`;
}

function inOrder(plans: readonly KeyPlan[], order: readonly string[]): readonly KeyPlan[] {
  return plans.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

function localOf(imports: Imports, plan: KeyPlan): string {
  if (plan.kind === 'own' || plan.kind === 'alias') return plan.local;
  if (plan.kind === 'import') return imports.localOf(plan.require);
  throw new Error(`${plan.key} has no variable to put into the exports object`);
}

/** `__proto__: a` would set the prototype (ECMA-262 Annex B.3.1). */
function property(style: Rewriting['style'], key: string, local: string): string {
  if (key === '__proto__') return `['__proto__']: ${local}`;
  if (key === local) return key;
  return `${isIdentifierName(key) ? key : quoted(style, key)}: ${local}`;
}

/** `export const a = undefined;` for names that importers may mention although nothing sets them. */
export function writeAbsentNames({ decision, names, slots, style }: Rewriting): void {
  for (const name of decision.absentNames) {
    const local = names.claim(name, []) ? name : names.fresh(name);
    const value = name === '__esModule' ? 'true' : 'undefined';
    const declared = statement(style, `${local === name ? 'export ' : ''}const ${local} = ${value}`);
    slots.addAtEnd(declared, 'commonjs-view');
    if (local !== name) slots.addAtEnd(printExportList(style, [{ local, exported: name }]), 'commonjs-view');
  }
}
