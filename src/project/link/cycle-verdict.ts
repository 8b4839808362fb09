import type { Finding } from '../../checker/finding.ts';
import { stronglyConnectedComponents } from './components.ts';
import { type CycleMember, cycleTrouble } from './cycles.ts';
import type { LinkModule, Verdict } from './module.ts';
import type { Barrier } from './order.ts';
import { isConverted } from './verdict.ts';

/** How many modules of a cycle a message names. */
const MOST_NAMED = 8;

/** The cycles of the module graph, late requires and imports included: each a list of ids. */
export function cyclesOf(modules: ReadonlyMap<string, LinkModule>): readonly (readonly string[])[] {
  const edges = (id: string): string[] => {
    const module = modules.get(id)!;
    const known = [...module.targets, ...module.imports.values()].flatMap((target) =>
      target.kind === 'module' ? [target.id] : [],
    );
    return [...known, ...module.mayLoad];
  };
  const components = stronglyConnectedComponents(modules.keys(), edges);
  return components.filter(
    (component) => component.length > 1 || edges(component[0]!).includes(component[0]!),
  );
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
  keptInOrder: ReadonlyMap<string, ReadonlyMap<number, Barrier>>,
): boolean {
  const converting = cycle.filter((id) => isConverted(verdicts.get(id)!.fate));
  if (converting.length === 0) return false;
  const finding = cycleFinding(cycle, modules, verdicts, keptInOrder);
  if (finding === null) return false;
  for (const id of converting) {
    const verdict = verdicts.get(id)!;
    verdict.fate = 'stay';
    verdict.findings.push(finding);
  }
  return true;
}

function cycleFinding(
  cycle: readonly string[],
  modules: ReadonlyMap<string, LinkModule>,
  verdicts: ReadonlyMap<string, Verdict>,
  keptInOrder: ReadonlyMap<string, ReadonlyMap<number, Barrier>>,
): Finding | null {
  const path = pathText(cycle);
  const staying = cycle.find((id) => !isConverted(verdicts.get(id)!.fate));
  if (staying !== undefined) {
    return {
      code: 'cycle-partner-stays',
      range: [0, 0],
      args: { partner: staying, path },
      related: [],
      settledBy: [],
    };
  }
  const loading = cycle.find((id) => modules.get(id)!.mayLoad.some((other) => cycle.includes(other)));
  if (loading !== undefined) {
    const args = { path, at: loading };
    return { code: 'cycle-late-require', range: [0, 0], args, related: [], settledBy: [] };
  }
  const members = new Map<string, CycleMember>(
    cycle.map((id) => [
      id,
      { module: modules.get(id)!, fate: verdicts.get(id)!.fate, keptInOrder: keptInOrder.get(id)! },
    ]),
  );
  const trouble = cycleTrouble(members);
  if (trouble === null) return null;
  const related = [{ path: trouble.module.id, range: trouble.range, note: 'here' }];
  return { code: trouble.code, range: [0, 0], args: { path, at: trouble.module.id }, related, settledBy: [] };
}

/** Nobody reads a path through hundreds of modules; the graph shows them. */
function pathText(cycle: readonly string[]): string {
  const named = cycle.length <= MOST_NAMED ? cycle : [...cycle.slice(0, MOST_NAMED - 1), '…'];
  const path = [...named, cycle[0]!].join(' -> ');
  return cycle.length <= MOST_NAMED ? path : `${path} (${cycle.length} modules)`;
}
