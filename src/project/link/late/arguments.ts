import type { ExportsFacts, RunCall, RunValue } from '../../../checker/facts.ts';
import type { FollowedModule } from '../module.ts';

/**
 * Tells whether the functions of a project run what they are given, before they return; or, with `away`, put it where others
 * may run it.
 */
export class GivenFunctions {
  readonly #modules: ReadonlyMap<string, FollowedModule>;
  readonly #away: boolean;
  readonly #known = new Map<string, boolean>();
  /** What is taken not to be run as long as nothing shows that it is: functions may hand things round in circles. */
  #assumed: string[] = [];
  #depth = 0;

  constructor(modules: ReadonlyMap<string, FollowedModule>, away = true) {
    this.#modules = modules;
    this.#away = away;
  }

  /** The arguments of a call that it may run. */
  runBy(module: FollowedModule, { callee, given, open }: RunCall): readonly RunValue[] {
    return (given ?? []).flatMap((values, index) =>
      values.length > 0 && this.#runsArgument(module, callee, positionOf(index, given!, open)) ? values : [],
    );
  }

  /** Whether a function runs any of its parameters. */
  runsParameters(module: FollowedModule, region: number): boolean {
    return this.#callsOf(module, region).some(({ callee, given }) =>
      [callee, ...(given ?? []).flat()].some(
        (value) =>
          value.kind === 'parameter' &&
          value.region === region &&
          this.#runsParameter(module, region, { from: value.index, to: value.index }),
      ),
    );
  }

  #callsOf({ facts }: FollowedModule, region: number): readonly RunCall[] {
    const { calls } = facts.runs.regions[region]!;
    return this.#away ? calls : calls.filter(({ away }) => !away);
  }

  #runsArgument(module: FollowedModule, callee: RunValue, at: Position): boolean {
    return sourcesOf(this.#modules, module, callee).some(
      ({ module: owner, value }) => value.kind !== 'own' || this.#runsParameter(owner, value.region, at),
    );
  }

  #runsParameter(module: FollowedModule, region: number, at: Position): boolean {
    const key = `${module.id} ${region} ${at.from} ${at.to}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, false);
    this.#assumed.push(key);
    this.#depth++;
    const runs = this.#findRun(module, region, at);
    this.#depth--;
    if (runs) this.#known.set(key, true);
    if (this.#depth === 0) this.#settle(runs);
    return runs;
  }

  /** Once something was found to be run, what was assumed on the way has to be looked at again. */
  #settle(runs: boolean): void {
    if (runs) for (const key of this.#assumed) if (!this.#known.get(key)) this.#known.delete(key);
    this.#assumed = [];
  }

  #findRun(module: FollowedModule, region: number, { from, to }: Position): boolean {
    const isIt = (value: RunValue): boolean =>
      value.kind === 'parameter' && value.region === region && value.index >= from && value.index <= to;
    return this.#callsOf(module, region).some(
      ({ callee, given, open }) =>
        isIt(callee) ||
        given?.some(
          (values, index) =>
            values.some(isIt) && this.#runsArgument(module, callee, positionOf(index, given, open)),
        ),
    );
  }
}

/** The parameters that an argument may become: one, or all from there on. */
interface Position {
  readonly from: number;
  readonly to: number;
}

function positionOf(index: number, given: readonly unknown[], open = false): Position {
  return { from: index, to: open && index === given.length - 1 ? Number.POSITIVE_INFINITY : index };
}

/**
 * What an importer gets from a module, its whole exports or the first key of a path, that could be run: nothing where that
 * is a string, say.
 */
export function exportedBy({ facts }: FollowedModule, path: readonly string[]): readonly RunValue[] {
  const { keyed, whole } = facts.runs;
  const [key] = path;
  if (key === undefined) return whole ?? anything;
  const values = keyed.find(([under]) => under === key)?.[1];
  if (values !== undefined) return values;
  if (isOwnKey(facts.exports, key)) return [];
  return keyed.find(([under]) => under === null)?.[1] ?? anything;
}

/** A value, as seen from the module in whose facts it stands. */
export interface Source {
  readonly module: FollowedModule;
  readonly value: RunValue;
}

/** Those of which it is known what they run. */
export type ModulesById = Pick<ReadonlyMap<string, FollowedModule>, 'get'>;

/**
 * What a value is where it comes from: what modules only pass on is followed to those that make it. What they pass on to
 * each other in a circle comes from nowhere.
 */
export function sourcesOf(modules: ModulesById, module: FollowedModule, value: RunValue): readonly Source[] {
  const found: Source[] = [];
  const followed = new Set<string>();
  const pending: Source[] = [{ module, value }];
  for (const next of pending) {
    const provider =
      next.value.kind === 'required' ? providerOf(modules, next.module, next.value) : undefined;
    if (next.value.kind !== 'required' || provider === undefined) {
      found.push(next);
      continue;
    }
    const { path } = next.value;
    const exported = JSON.stringify([provider.id, path]);
    if (followed.has(exported)) continue;
    followed.add(exported);
    for (const one of exportedBy(provider, path)) pending.push({ module: provider, value: one });
  }
  return found;
}

function providerOf(
  modules: ModulesById,
  { targets }: FollowedModule,
  { require, path }: Extract<RunValue, { kind: 'required' }>,
): FollowedModule | undefined {
  const target = targets[require]!;
  return target.kind === 'module' && path.length <= 1 ? modules.get(target.id) : undefined;
}

const anything: readonly RunValue[] = [{ kind: 'unknown' }];

/** A key that the file itself puts on its exports, and not by a computed name. */
export function isOwnKey({ shape, keys, literal, compiled }: ExportsFacts, key: string): boolean {
  if (compiled !== null) return false;
  const own = shape === 'named' ? keys : shape === 'default' ? (literal ?? []) : [];
  return own.some((one) => one.key === key);
}
