import type { RequireFact, ValueUse } from '../../../checker/facts.ts';
import type { LinkModule } from '../module.ts';
import { moduleIds } from '../reachable.ts';
import { namesTaken, usesOf, usesOfMember } from '../uses.ts';
import { computedAtOnce } from './load-graph.ts';

/**
 * The order in which the modules of a cycle are evaluated. Where it holds nothing but plain requires at the top level,
 * the module that is entered first decides, and both loaders go the same way: what a module loads comes before its own
 * body, but for what is being loaded already (ECMA-262 §16.2.1.6.1.3). So a module that was evaluated before can be
 * used at once, and only those that wait for it are not there yet.
 */

/** The members that wait for others, with the offset of the require at which they do. */
export type Waiting = ReadonlyMap<string, number>;

/** In larger ones, the ways from all entries would be too many to go. */
const MOST_VISITS = 200_000;

/**
 * Whether each member finds the others as it did, from wherever the cycle is entered: what it uses at once was evaluated,
 * or is a function that exists before, and nobody who waits replaces what was handed out already.
 *
 * @param isFree whether nothing that runs with a member's body uses one of those that wait
 * @returns the members whose functions others inherit from before their turn; null where something is not as it was
 */
export function settledOrder(
  cycle: readonly string[],
  modules: ReadonlyMap<string, LinkModule>,
  isFree: (id: string, waiting: Waiting) => boolean,
): ReadonlySet<string> | null {
  const members = new Set(cycle);
  if (!cycle.every((id) => isPlain(modules.get(id)!, members))) return null;
  const entries = entriesTo(members, modules);
  if (entries.size * cycle.length > MOST_VISITS) return null;
  const inheritedEarly = new Set<string>();
  const finds = (id: string, { index, to }: Edge, waiting: Waiting): boolean => {
    const offset = waiting.get(to);
    if (offset === undefined) return true;
    const fact = modules.get(id)!.facts.requires[index]!;
    const provider = modules.get(to)!;
    if (id === to || !hasExported(provider, offset)) return false;
    if (usesOf(fact).every(({ deferred }) => deferred)) return true;
    inheritedEarly.add(to);
    return inheritsFromHoisted(fact, provider, offset);
  };
  const isSettled = [...entries].every((entry) =>
    evaluates(
      entry,
      members,
      modules,
      (id, waiting) =>
        edgesOf(modules.get(id)!, members).every((edge) => finds(id, edge, waiting)) && isFree(id, waiting),
    ),
  );
  return isSettled ? inheritedEarly : null;
}

/** Whether the members are evaluated in an order that matters: one is used at once, or replaces its exports late. */
export function needsOrder(cycle: readonly string[], modules: ReadonlyMap<string, LinkModule>): boolean {
  const members = new Set(cycle);
  return cycle.some((id) => {
    const module = modules.get(id)!;
    return edgesOf(module, members).some(({ index }) => {
      const fact = module.facts.requires[index]!;
      return !isUsedLater(fact) || !hasExported(module, fact.call[0]);
    });
  });
}

/** A CommonJS file that loads others of the cycle by nothing but requires that surely run, or that run later. */
function isPlain(module: LinkModule, members: ReadonlySet<string>): boolean {
  const { facts, targets, imports, mayLoad } = module;
  if (facts.system !== 'commonjs' && facts.system !== 'script') return false;
  const computed = [...mayLoad, ...computedAtOnce(module)];
  if ([...moduleIds([...imports.values()]), ...computed].some((id) => members.has(id))) return false;
  return facts.requires.every(({ placement, guarded }, index) => {
    const target = targets[index]!;
    const isSure = placement === 'deferred' || (placement === 'top' && !guarded);
    return isSure || target.kind !== 'module' || !members.has(target.id);
  });
}

/** The members that may be loaded before all others: those that others load first, or that somebody starts with. */
function entriesTo(
  members: ReadonlySet<string>,
  modules: ReadonlyMap<string, LinkModule>,
): ReadonlySet<string> {
  const entries = new Set<string>();
  for (const module of modules.values()) {
    const found = members.has(module.id)
      ? isStart(module)
        ? [module.id]
        : []
      : loadedFirst(module, members);
    for (const id of found) entries.add(id);
  }
  return entries.size > 0 ? entries : members;
}

function isStart({ door, alone, reached, facts }: LinkModule): boolean {
  return door !== null || alone || reached || facts.runtime.some(({ mainTest }) => mainTest !== null);
}

/** Of the requires that surely run, the first one of the cycle loads it all. */
function loadedFirst(module: LinkModule, members: ReadonlySet<string>): readonly string[] {
  const { facts, targets, imports, mayLoad, handed, loose, cached } = module;
  let isLoaded = false;
  const required = facts.requires.flatMap(({ placement }, index) => {
    const target = targets[index]!;
    if (target.kind !== 'module' || !members.has(target.id)) return [];
    if (placement !== 'top') return [target.id];
    const isFirst = !isLoaded;
    isLoaded = true;
    return isFirst ? [target.id] : [];
  });
  const unsure = loose.flatMap(({ ids }) => ids);
  const others = [...moduleIds([...imports.values(), ...cached]), ...mayLoad, ...handed, ...unsure];
  return [...required, ...others.filter((id) => members.has(id))];
}

interface Edge {
  /** Of the require. */
  readonly index: number;
  readonly to: string;
}

/** The requires of others of the cycle, in the order in which they run. */
function edgesOf({ facts, targets }: LinkModule, members: ReadonlySet<string>): readonly Edge[] {
  return facts.requires.flatMap(({ placement }, index) => {
    const target = targets[index]!;
    if (placement === 'deferred' || target.kind !== 'module' || !members.has(target.id)) return [];
    return [{ index, to: target.id }];
  });
}

/**
 * Whether a module that waits is used at once to inherit from function declarations alone, and has exported them without
 * doing anything else with them: in an ES module they are instantiated before any of the cycle is evaluated (ECMA-262
 * §16.2.1.6.4), and nothing else of the module is there yet.
 */
function inheritsFromHoisted(fact: RequireFact, provider: LinkModule, offset: number): boolean {
  const { shape, hoisted } = provider.facts.exports;
  const untouched = hoisted.filter(({ from, until }) => from <= offset && offset <= until);
  if (shape === 'default')
    return untouched.length > 0 && usesOf(fact).every((use) => use.deferred || use.inherited === 'value');
  const keys = new Set(untouched.map(({ key }) => key!));
  const inherits = (use: ValueUse): boolean => use.deferred || use.inherited === 'value';
  const taken = namesTaken(fact);
  if (taken.length > 0) return taken.every((key) => keys.has(key) && usesOfMember(fact, key).every(inherits));
  return usesOf(fact).every((use) => use.deferred || (use.inherited === 'member' && keys.has(use.keys[0]!)));
}

function isUsedLater(fact: RequireFact): boolean {
  return usesOf(fact).every((use) => use.deferred && !use.early);
}

/** Whether `module.exports` has got its last value before an offset. */
function hasExported({ facts }: LinkModule, offset: number): boolean {
  const { versions, chains } = facts.exports;
  return versions.every(({ chain }) => chain === null || chains[chain]!.statement[1] <= offset);
}

/**
 * Goes through the evaluation from an entry, depth first and without recursion: cycles may be long.
 *
 * @param visit told each member when its body runs, and who waits then, itself included; false ends it
 */
function evaluates(
  entry: string,
  members: ReadonlySet<string>,
  modules: ReadonlyMap<string, LinkModule>,
  visit: (id: string, waiting: Waiting) => boolean,
): boolean {
  const started = new Set<string>();
  const waiting = new Map<string, number>();
  const open = (id: string): { id: string; edges: Iterator<Edge> } => {
    started.add(id);
    waiting.set(id, Number.POSITIVE_INFINITY);
    return { id, edges: edgesOf(modules.get(id)!, members).values() };
  };
  const stack = [open(entry)];
  for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
    const next = at.edges.next();
    if (next.done) {
      if (!visit(at.id, waiting)) return false;
      waiting.delete(at.id);
      stack.pop();
      continue;
    }
    waiting.set(at.id, modules.get(at.id)!.facts.requires[next.value.index]!.call[0]);
    if (!started.has(next.value.to)) stack.push(open(next.value.to));
  }
  return true;
}
