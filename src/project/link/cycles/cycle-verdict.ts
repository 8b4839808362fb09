import type { Range } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import type { Loading } from '../late/late-loads.ts';
import type { Step } from '../late/way.ts';
import type { LinkModule, Verdict } from '../module.ts';
import type { Ordering } from '../order/ordering.ts';
import { isConverted, isRefusal } from '../verdict.ts';
import { cyclesIn } from './components.ts';
import { type CycleMember, cycleTrouble } from './cycles.ts';
import { computedAtOnce, LoadGraph } from './load-graph.ts';

/** How many modules of a cycle a message names. */
const MOST_NAMED = 8;

/** How many functions on the way to a late require it names. */
const MOST_STEPS = 6;

/** The cycles of the module graph: modules that load each other while they are loaded themselves, as lists of ids. */
export function cyclesOf(modules: ReadonlyMap<string, LinkModule>): readonly (readonly string[])[] {
  const graph = new LoadGraph(modules);
  return cyclesIn(modules.keys(), (id) => graph.loadedBy(id));
}

/**
 * Where a require in a function may lead back to a module that is still being loaded, all on the way stays CommonJS.
 *
 * @returns whether a verdict changed
 */
export function judgeLeadingBack({ leadingBack }: Loading, verdicts: ReadonlyMap<string, Verdict>): boolean {
  const settled = new Set<readonly string[]>();
  let changed = false;
  for (const { module, place, root, between, path, way } of leadingBack) {
    if (settled.has(between)) continue;
    settled.add(between);
    const converting = between.filter((id) => isConverted(verdicts.get(id)!.fate));
    if (converting.length === 0) continue;
    const finding: Finding = makeFinding('cycle-late-require', {
      args: { path: pathText(path()), at: module.id },
      related: [
        { path: module.id, range: place, note: 'here' },
        { path: root, range: WHOLE_FILE, note: 'this may run it while it loads' },
        ...shortened(way()).map(({ id, at, isOpen }) => ({
          path: id,
          range: at,
          note: isOpen ? 'by this function, which may call any that it knows of' : 'by this function',
        })),
      ],
    });
    for (const id of converting) stay(verdicts.get(id)!, finding);
    changed = true;
  }
  return changed;
}

/** The first and the last steps of a long way. */
function shortened(way: readonly Step[]): readonly Step[] {
  return way.length <= MOST_STEPS ? way : [...way.slice(0, MOST_STEPS / 2), ...way.slice(-MOST_STEPS / 2)];
}

function stay(verdict: Verdict, finding: Finding): void {
  verdict.fate = 'stay';
  verdict.findings.push(finding);
}

/**
 * A cycle converts as a whole or stays CommonJS as a whole.
 *
 * @returns whether a verdict changed
 */
export function judgeCycle(
  cycle: readonly string[],
  modules: ReadonlyMap<string, LinkModule>,
  verdicts: ReadonlyMap<string, Verdict>,
  { keptInOrder, staysCall }: Pick<Ordering, 'keptInOrder' | 'staysCall'>,
  loading: Pick<Loading, 'settled' | 'inheritedEarly'>,
): boolean {
  const converting = cycle.filter((id) => isConverted(verdicts.get(id)!.fate));
  if (converting.length === 0) return false;
  const finding = cycleFinding(cycle, modules, verdicts, { keptInOrder, staysCall }, loading);
  if (finding === null) return false;
  for (const id of converting) stay(verdicts.get(id)!, finding);
  return true;
}

function cycleFinding(
  cycle: readonly string[],
  modules: ReadonlyMap<string, LinkModule>,
  verdicts: ReadonlyMap<string, Verdict>,
  { keptInOrder, staysCall }: Pick<Ordering, 'keptInOrder' | 'staysCall'>,
  { settled, inheritedEarly }: Pick<Loading, 'settled' | 'inheritedEarly'>,
): Finding | null {
  const path = pathText(cycle);
  const staying = cycle.find((id) => !isConverted(verdicts.get(id)!.fate));
  if (staying !== undefined) {
    return makeFinding('cycle-partner-stays', {
      args: { partner: staying, path },
      related: [{ path: staying, range: reasonOf(verdicts.get(staying)!), note: 'stays' }],
    });
  }
  const loading = cycle.find((id) => loadsComputed(modules.get(id)!, cycle));
  if (loading !== undefined) {
    const args = { path, at: loading };
    return makeFinding('cycle-late-require', { args });
  }
  const members = new Map<string, CycleMember>(
    cycle.map((id) => {
      const module = modules.get(id)!;
      const { requires } = module.facts;
      return [
        id,
        {
          module,
          fate: verdicts.get(id)!.fate,
          inheritedEarly: inheritedEarly.has(id),
          keptInOrder: keptInOrder.get(id)!,
          staysCall: (index) => staysCall(requires[index]!, module.targets[index]!),
        },
      ];
    }),
  );
  const trouble = cycleTrouble(
    members,
    cycle.every((id) => settled.has(id)),
  );
  if (trouble === null) return null;
  const related = [{ path: trouble.module.id, range: trouble.range, note: 'here' }];
  return makeFinding(trouble.code, { args: { path, at: trouble.module.id }, related });
}

/** Nobody reads a path through hundreds of modules; the graph shows them. */
function pathText(cycle: readonly string[]): string {
  const named = cycle.length <= MOST_NAMED ? cycle : [...cycle.slice(0, MOST_NAMED - 1), '…'];
  const path = [...named, cycle[0]!].join(' -> ');
  return cycle.length <= MOST_NAMED ? path : `${path} (${cycle.length} modules)`;
}

function loadsComputed(module: LinkModule, cycle: readonly string[]): boolean {
  return computedAtOnce(module).some((other) => cycle.includes(other));
}

/** Where that stands for which a module stays CommonJS. */
function reasonOf({ findings }: Verdict): Range {
  return findings.find(isRefusal)?.range ?? WHOLE_FILE;
}
