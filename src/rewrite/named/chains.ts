/** Assignments to keys of the exports, directly in the program body: `exports.a = exports.b = value;` */
import type { Chain, ChainTarget } from '../../checker/facts.ts';
import {
  declareValue,
  dropParentheses,
  endOfAssignments,
  isBare,
  removeTarget,
  replaceHead,
} from '../chain-text.ts';
import { statement } from '../create-require.ts';
import { writeDefaultExpression } from '../default/expression.ts';
import type { Imports } from '../imports/imports.ts';
import type { ExportedName } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';
import type { ExportLists } from './lists.ts';
import type { KeyPlan, OwnPlan } from './plan.ts';
import { writeReexport } from './reexport.ts';

interface Work {
  readonly rewriting: Rewriting;
  readonly imports: Imports;
  readonly lists: ExportLists;
}

/** What becomes of one target. */
type Fate =
  | { readonly kind: 'gone'; readonly target: ChainTarget }
  | { readonly kind: 'listed'; readonly target: ChainTarget; readonly name: ExportedName }
  | { readonly kind: 'declared'; readonly target: ChainTarget; readonly plan: OwnPlan }
  | { readonly kind: 'assigned'; readonly target: ChainTarget; readonly local: string }
  | { readonly kind: 'kept'; readonly target: ChainTarget };

export function writeChain(
  work: Work,
  chain: Chain,
  index: number,
  plans: ReadonlyMap<string, KeyPlan>,
): void {
  const { rewriting, imports } = work;
  const keyPlans = chain.targets.flatMap((target) =>
    target.kind === 'key' ? (plans.get(target.key) ?? []) : [],
  );
  const sole = keyPlans.find((plan) => plan.kind !== 'own' && plan.chain === index);
  if (sole?.kind === 'reexport') writeReexport(rewriting, imports, chain, sole);
  else if (sole?.kind === 'expression') writeDefaultExpression(rewriting, chain);
  else
    writeFates(
      work,
      chain,
      chain.targets.map((target, at) =>
        isRepeated(chain, at) ? { kind: 'gone', target } : fateOf(imports, plans, target, index),
      ),
    );
}

/** `exports.a = exports.a = 1;`: the key gets the same value once more. */
function isRepeated({ targets }: Chain, at: number): boolean {
  const target = targets[at]!;
  if (target.kind !== 'key') return false;
  return targets.slice(at + 1).some((other) => other.kind === 'key' && other.key === target.key);
}

function writeFates(work: Work, chain: Chain, fates: readonly Fate[]): void {
  const { rewriting, lists } = work;
  const names = fates.flatMap((fate) => (fate.kind === 'listed' ? [fate.name] : []));
  const alive = fates.some((fate) => fate.kind !== 'gone' && fate.kind !== 'listed');
  if (!alive) dropParentheses(rewriting, chain, 'export-declaration');
  if (chain.declarator === null && !alive && isReplaceable(chain, names)) {
    if (names.length === 0) rewriting.edits.removeStatement(chain.statement, 'exports-alias');
    else lists.replace(chain.statement, names);
    return;
  }
  writeTargets(work, chain, fates);
  const inline = chain.declarator?.siblings.length === 1 ? chain.declarator.name : null;
  const carried = names.find(({ local, exported }) => local === inline && exported === inline);
  if (carried !== undefined) {
    rewriting.edits.insert(chain.statement[0], 'export ', 'export-declaration');
  }
  const following = names.filter((name) => name !== carried);
  lists.addAfter(chain.statement, following);
}

/** Only the name of its value is needed: an identifier, an import, or one of the versions of the exports. */
function isReplaceable({ value }: Chain, names: readonly ExportedName[]): boolean {
  return names.length > 0 || value.kind === 'version' || value.kind === 'identifier';
}

function fateOf(
  imports: Imports,
  plans: ReadonlyMap<string, KeyPlan>,
  target: ChainTarget,
  chain: number,
): Fate {
  if (target.kind === 'other' || (target.kind === 'variable' && target.version === -1)) {
    return { kind: 'kept', target };
  }
  if (target.kind !== 'key') return { kind: 'gone', target };
  const plan = plans.get(target.key) as KeyPlan;
  switch (plan.kind) {
    case 'alias':
      if (plan.exported === null) return { kind: 'gone', target };
      return { kind: 'listed', target, name: { local: plan.local, exported: plan.key } };
    case 'import':
      return { kind: 'listed', target, name: { local: imports.localOf(plan.require), exported: plan.key } };
    case 'own':
      if (plan.chain === chain) return { kind: 'declared', target, plan };
      return { kind: 'assigned', target, local: plan.local };
    default:
      throw new Error(`${plan.kind} of ${plan.key} in a chain of several targets`);
  }
}

function writeTargets(work: Work, chain: Chain, fates: readonly Fate[]): void {
  const { rewriting } = work;
  const declared = fates.flatMap((fate) => (fate.kind === 'declared' ? [fate] : []));
  const others = fates.filter((fate) => fate.kind === 'assigned' || fate.kind === 'kept');
  const [first] = fates;
  const leads = first?.kind === 'declared' && declared.length === 1;
  const onlyDeclared = others.length === 0 && declared.length > 0;
  if (chain.declarator !== null) declareBesideVariable(work, chain, fates);
  else if (isBare(rewriting, chain) && (onlyDeclared || leads)) declareInPlace(work, chain, fates);
  else declareBefore(work, chain, fates);
}

/** `exports.a = exports.b = 1;` -> `export const b = 1;` and `export const a = b;` */
function declareInPlace(work: Work, chain: Chain, fates: readonly Fate[]): void {
  const { rewriting, lists } = work;
  const { edits, style, slots } = rewriting;
  const declared = fates.flatMap((fate) => (fate.kind === 'declared' ? [fate.plan] : []));
  const plan = declared.at(-1) as OwnPlan;
  const announced = announcement(chain, fates);
  if (announced !== null) {
    edits.replace([chain.statement[0], endOfAssignments(rewriting, chain)], announced, 'export-declaration');
    return;
  }
  const plain = fates.every((fate) => fate.kind !== 'assigned' && fate.kind !== 'kept');
  const names = exportedNames([plan]);
  if (plain && isDeclarable(chain, plan)) {
    declareValue(rewriting, chain, 'export ', plan.local);
  } else {
    const staying = fates.findIndex((fate) => fate.kind === 'assigned' || fate.kind === 'kept');
    const rest = staying === -1 ? null : staying;
    const head = `${exportPrefix(plan)}${plan.keyword} ${plan.local} = `;
    replaceHead(rewriting, chain, rest, head, 'export-declaration');
    if (rest !== null) writeRest(work, chain, fates.slice(rest));
  }
  lists.addAfter(chain.statement, names);
  for (const earlier of declared.slice(0, -1).reverse()) {
    const text = statement(
      style,
      `${exportPrefix(earlier)}${earlier.keyword} ${earlier.local} = ${plan.local}`,
    );
    slots.addAfter(chain.statement, text, 'export-declaration');
    lists.addAfter(chain.statement, exportedNames([earlier]));
  }
}

/** `exports.a = exports.b = void 0;` -> `export let a, b;` */
function announcement({ value }: Chain, fates: readonly Fate[]): string | null {
  const locals = fates.map((fate) => (fate.kind === 'declared' ? fate.plan : null));
  const ready = locals.every((plan) => plan !== null && plan.keyword === 'let' && plan.local === plan.key);
  return value.kind === 'undefined' && ready
    ? `export let ${locals.map((plan) => plan?.local).join(', ')}`
    : null;
}

/** `window.a = exports.a = f();` -> `export let a;` and `window.a = a = f();` */
function declareBefore(work: Work, chain: Chain, fates: readonly Fate[]): void {
  for (const fate of fates) {
    if (fate.kind === 'declared') declareEmpty(work.rewriting, fate.plan);
  }
  writeRest(work, chain, fates);
}

/** `var a = exports.b = f();` -> `var a = f();` and `export const b = a;` */
function declareBesideVariable(work: Work, chain: Chain, fates: readonly Fate[]): void {
  const { rewriting, lists } = work;
  const declarator = chain.declarator as NonNullable<Chain['declarator']>;
  const last = declarator.index === declarator.siblings.length - 1;
  if (declarator.name === null || !last) {
    declareBefore(work, chain, fates);
    return;
  }
  for (const [index, fate] of fates.entries()) {
    if (fate.kind !== 'declared') continue;
    removeTarget(rewriting, chain, index, 'export-declaration');
    const { plan } = fate;
    const text = `${exportPrefix(plan)}${plan.keyword} ${plan.local} = ${declarator.name}`;
    rewriting.slots.addAfter(chain.statement, statement(rewriting.style, text), 'export-declaration');
    lists.addAfter(chain.statement, exportedNames([plan]));
  }
  writeRest(
    work,
    chain,
    fates.filter((fate) => fate.kind !== 'declared'),
  );
}

/** What stays an assignment keeps its place and its order. */
function writeRest({ rewriting }: Work, chain: Chain, fates: readonly Fate[]): void {
  for (const fate of fates) {
    const index = chain.targets.indexOf(fate.target);
    if (fate.kind === 'gone' || fate.kind === 'listed') removeTarget(rewriting, chain, index, 'export-write');
    if (fate.kind === 'assigned') rewriting.edits.replace(fate.target.range, fate.local, 'export-write');
    if (fate.kind === 'declared') rewriting.edits.replace(fate.target.range, fate.plan.local, 'export-write');
  }
}

/** `export let a;` in front of everything. */
export function declareEmpty(rewriting: Rewriting, plan: OwnPlan): void {
  const { slots, style } = rewriting;
  slots.addDeclaration(statement(style, `${exportPrefix(plan)}let ${plan.local}`), 'export-declaration');
  const [name] = exportedNames([plan]);
  if (name !== undefined) slots.addExportList([name]);
}

/** `export` stands in front where the variable has the key's name. */
const exportPrefix = (plan: OwnPlan): string => (plan.local === plan.key ? 'export ' : '');

const exportedNames = (plans: readonly OwnPlan[]): readonly ExportedName[] =>
  plans.flatMap(({ local, exported }) =>
    exported === null || local === exported ? [] : [{ local, exported }],
  );

/** `exports.a = function a() {}` can be a declaration, which may also be used before. */
function isDeclarable({ value }: Chain, { keyword, local, key }: OwnPlan): boolean {
  if (value.kind !== 'function' && value.kind !== 'class') return false;
  if (keyword !== 'const' || local !== key || value.nameFixed) return false;
  return value.name === null || value.name === local;
}
