import type {
  AccessorFact,
  Range,
  ReadKey,
  RunCall,
  Unseen,
  UnseenRead,
  ValueUse,
} from '../../../checker/facts.ts';
import { INDEX } from '../../../checker/runs/accessor-reads.ts';
import { addTo } from '../../../lists.ts';
import type { LoadGraph } from '../cycles/load-graph.ts';
import type { FollowedModule } from '../module.ts';
import { usesOf } from '../uses.ts';
import type { GivenFunctions } from './arguments.ts';
import { HandedObjects, OUTSIDE } from './handed-objects.ts';
import type { Placed } from './kept.ts';
import { unseenOf } from './placed.ts';
import type { PlainValues } from './plain-values.ts';

/** What a module runs without a call, of others: accessors that it reads, and conversions of what they made. */
export class Accessors {
  readonly #modules: ReadonlyMap<string, FollowedModule>;
  readonly #graph: LoadGraph;
  readonly #plain: PlainValues;
  readonly #held: GivenFunctions;
  /** Accessors that modules made for the exports of others, by those. */
  readonly #patches = new Map<string, Keyed[]>();
  /** What a module makes itself. */
  readonly #own = new Map<string, readonly Keyed[]>();
  /** The modules that put something else than these under a key, by key. */
  readonly #otherThan: Record<Gathering, Map<string, string[]> | null> = { lists: null, collections: null };
  /** Somebody puts iterators on what may be a list or set. */
  readonly #reiterates: boolean;
  /** The modules that make anything of the kind. */
  readonly #having: FollowedModule[] = [];

  constructor(
    modules: ReadonlyMap<string, FollowedModule>,
    graph: LoadGraph,
    plain: PlainValues,
    held: GivenFunctions,
  ) {
    this.#modules = modules;
    this.#graph = graph;
    this.#plain = plain;
    this.#held = held;
    this.#reiterates = [...modules.values()].some(({ facts }) => facts.runs.reiterates);
    for (const module of modules.values()) {
      this.#notePatches(module);
      const { accessors } = module.facts.runs;
      const own = accessors.map((accessor) => keyedIn(module, accessor));
      if (own.length > 0) this.#own.set(module.id, own);
      if (own.length + unseenOf(module).length > 0) this.#having.push(module);
    }
  }

  #notePatches(module: FollowedModule): void {
    for (const accessor of module.facts.runs.accessors) {
      const target = accessor.on === null ? null : module.targets[accessor.on]!;
      if (target?.kind === 'module') addTo(this.#patches, target.id, keyedIn(module, accessor));
    }
  }

  /**
   * What comes to light while one module is loaded: what one function of a module takes, another one of it may read, and
   * so may the top level, which gets what functions give.
   *
   * @param root that module
   */
  whileLoading(root: string): ReadsWhileLoading {
    const made = new MadeAccessors(root);
    const handed = new HandedObjects(this.#modules, this.#graph, this.#held, this.#plain);
    const seen = new Map<FollowedModule, SeenByParts>();
    const outside = everythingRead();
    const ofGiven = (id: string, to: Seen): readonly Placed[] => {
      const before = to.reached.size;
      for (const maker of handed.givenTo(id)) to.reached.add(maker);
      return to.reached.size === before ? [] : this.#behind(to, made);
    };
    return {
      by: (module, region, plain) => {
        const known = seen.get(module) ?? { atTop: nothingSeen(), inFunctions: nothingSeen() };
        seen.set(module, known);
        handed.note(module, module.facts.runs.regions[region]!.calls);
        const own = this.#own.get(module.id) ?? [];
        return [...made.by(module, region, own), ...this.#readBy(module, region, plain, known, made)];
      },
      ofHanded: () => [
        ...ofGiven(OUTSIDE, outside),
        ...[...seen].flatMap(([module, { inFunctions }]) => ofGiven(module.id, inFunctions)),
      ],
    };
  }

  #readBy(
    module: FollowedModule,
    region: number,
    plain: boolean,
    { atTop, inFunctions }: SeenByParts,
    made: MadeAccessors,
  ): readonly Placed[] {
    const here = region === 0 ? atTop : inFunctions;
    const before = sizeOf(atTop) + sizeOf(inFunctions);
    const { reads, calls, range } = module.facts.runs.regions[region]!;
    const called = new Set(
      calls.flatMap(({ callee }) => (callee.kind === 'required' ? [callee.require] : [])),
    );
    const direct = module.facts.requires.flatMap((fact, index) => {
      const target = module.targets[index]!;
      if (target.kind !== 'module') return [];
      const used = keysUsed(usesOf(fact).filter((use) => isIn(use, region, range)));
      if (used.size > 0 || called.has(index)) this.#reach(module, index, here);
      return this.#ofExports(target.id, used, made);
    });
    for (const index of reads.requires) this.#reach(module, index, here);
    for (const index of handedOver(calls)) this.#reach(module, index, inFunctions);
    for (const key of reads.keys) here.keys.add(key);
    const [ofKeys, others] = parted(reads.unseen.filter(({ of }) => of === null || !plain));
    for (const use of others) here.uses.add(use);
    const converted = ofKeys.flatMap((use) => this.#converted(module, use));
    if (sizeOf(atTop) + sizeOf(inFunctions) === before) return [...direct, ...converted];
    const reached = new Set([...atTop.reached, ...inFunctions.reached]);
    return [
      ...direct,
      ...converted,
      ...this.#behind(inFunctions, made),
      ...this.#behind({ ...atTop, reached }, made),
    ];
  }

  #reach(module: FollowedModule, require: number, { reached }: Seen): void {
    const target = module.targets[require]!;
    if (target.kind === 'module') for (const id of this.#graph.reachedFrom(target.id)) reached.add(id);
  }

  #ofExports(id: string, keys: ReadonlySet<ReadKey>, made: MadeAccessors): readonly Placed[] {
    const own = this.#modules.get(id)!.facts.runs.plain ? [] : (this.#own.get(id) ?? []);
    return made.read([...own, ...(this.#patches.get(id) ?? [])], keys);
  }

  /** What is found under a key of another module may come from there, or from the file that asks for it. */
  #converted(module: FollowedModule, { from: { require, path } }: OfKey): readonly Placed[] {
    const target = module.targets[require]!;
    if (target.kind === 'builtin' || (target.kind === 'module' && this.#plain.isPrimitive(target.id, path)))
      return [];
    const behind = target.kind === 'module' ? this.#graph.reachedFrom(target.id) : [];
    const makers = [...new Set([...behind, module.id])].map((id) => this.#modules.get(id)!);
    return makers.flatMap((maker) => placedIn(maker, maker.facts.runs.unseen.convert));
  }

  #behind({ reached: behind, keys: read, uses: all }: Seen, made: MadeAccessors): readonly Placed[] {
    const uses = [...all];
    const gone = uses.filter(({ kind }) => kind === 'iterate');
    const kinds = new Set<Unseen>(uses.flatMap(({ kind }) => (kind === 'iterate' ? [] : [kind])));
    if (
      gone.some(({ key }) => !this.#isOnly('lists', key, behind) && !this.#isOnly('collections', key, behind))
    )
      kinds.add('iterate');
    const hasIndices = gone.some(({ key }) => key !== null && !this.#isOnly('collections', key, behind));
    const keys = hasIndices ? new Set([...read, INDEX]) : read;
    const anywhere = made.read([], keys);
    const found = this.#having.flatMap((module) => {
      if (!behind.has(module.id)) return [];
      const accessors = made.read(this.#own.get(module.id) ?? [], keys);
      const unseen = [...kinds].flatMap((kind) => placedIn(module, module.facts.runs.unseen[kind]));
      return accessors.length + unseen.length === 0 ? [] : [...accessors, ...unseen];
    });
    return anywhere.length === 0 ? found : [...anywhere, ...found];
  }

  /** Whether some modules put no more than lists under a key, or no more than sets and maps. */
  #isOnly(what: Gathering, key: string | null, ids: ReadonlySet<string>): boolean {
    if (key === null || this.#reiterates) return false;
    this.#otherThan[what] ??= this.#findOthers(what);
    return !(this.#otherThan[what].get(key) ?? []).some((id) => ids.has(id));
  }

  #findOthers(what: Gathering): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const { id, facts } of this.#modules.values()) {
      const { keyed, lists, collections } = facts.runs;
      const only = new Set(facts.runs[what]);
      const keys = [...keyed.map(([under]) => under), ...lists, ...collections];
      for (const under of keys) if (under !== null && !only.has(under)) note(found, under, id);
    }
    return found;
  }
}

/** What modules read without a call, as more and more of them runs. */
interface ReadsWhileLoading {
  /** What a function of a module runs that way, or its top level. */
  by(module: FollowedModule, region: number, plain: boolean): readonly Placed[];
  /** What is run of the objects that functions were given since this was last asked. */
  ofHanded(): readonly Placed[];
}

interface SeenByParts {
  readonly atTop: Seen;
  readonly inFunctions: Seen;
}

/** What the functions of a module that have run may have got hold of, and what they do with such things. */
interface Seen {
  readonly reached: Set<string>;
  readonly keys: Set<ReadKey>;
  readonly uses: Set<UnseenRead>;
}

function nothingSeen(): Seen {
  return { reached: new Set(), keys: new Set(), uses: new Set() };
}

/** By code that is not known. */
function everythingRead(): Seen {
  const any = { key: null, from: null, of: null };
  return {
    reached: new Set(),
    keys: new Set([null]),
    uses: new Set([
      { ...any, kind: 'convert' },
      { ...any, kind: 'iterate' },
    ]),
  };
}

/** The requires of which members are handed to functions. */
function handedOver(calls: readonly RunCall[]): readonly number[] {
  const given = calls.flatMap((call) => call.given ?? []).flat();
  return given.flatMap((value) => (value.kind === 'required' ? [value.require] : []));
}

function sizeOf({ reached, keys, uses }: Seen): number {
  return reached.size + keys.size + uses.size;
}

/** A conversion of what a module has under a key. */
type OfKey = UnseenRead & { readonly from: NonNullable<UnseenRead['from']> };

function parted(uses: readonly UnseenRead[]): [ofKeys: readonly OfKey[], others: readonly UnseenRead[]] {
  const isOfKey = (use: UnseenRead): use is OfKey => use.kind === 'convert' && use.from !== null;
  return [uses.filter(isOfKey), uses.filter((use) => !isOfKey(use))];
}

type Gathering = 'lists' | 'collections';

function note(lists: Map<string, string[]>, key: string, id: string): void {
  addTo(lists, key, id);
}

interface Keyed {
  /** Null where it is not known. */
  readonly key: ReadKey;
  readonly placed: readonly Placed[];
  /** It may be on any object, whoever made that. */
  readonly anywhere: boolean;
  readonly madeBy: Part;
}

/** The top level of a module, or a function of it. */
interface Part {
  readonly id: string;
  readonly region: number;
}

function keyedIn(module: FollowedModule, { key, within, anywhere, values }: AccessorFact): Keyed {
  return { key, placed: placedIn(module, values), anywhere, madeBy: { id: module.id, region: within } };
}

function placedIn(module: FollowedModule, values: readonly Placed['value'][]): readonly Placed[] {
  return values.map((value) => ({ module, value, bare: true }));
}

/**
 * The accessors that objects have while a module is loaded for the first time: none of those that its functions are yet to
 * make. Those that a function makes on what it is given may be on objects of others from then on.
 */
class MadeAccessors {
  readonly #root: string;
  readonly #run = new Set<string>();
  /** What would be run, by the function of the root that would have to make it. */
  readonly #asked = new Map<number, Placed[]>();
  readonly #keys = new Set<ReadKey>();
  readonly #anywhere: Keyed[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  /** What reading keys runs now of some accessors, and of those that may be anywhere. */
  read(accessors: readonly Keyed[], keys: ReadonlySet<ReadKey>): readonly Placed[] {
    const fresh = new Set([...keys].filter((key) => !this.#keys.has(key)));
    for (const key of fresh) this.#keys.add(key);
    const found = fresh.size === 0 ? [] : runBy(this.#anywhere, fresh);
    const own = accessors.filter(({ key, placed, madeBy: { id, region } }) => {
      const isThere = id !== this.#root || region === 0 || this.#run.has(`${region} ${id}`);
      if (!isThere && isRead(key, keys)) for (const one of placed) addTo(this.#asked, region, one);
      return isThere;
    });
    return [...found, ...runBy(own, keys)];
  }

  /**
   * @param own the accessors that the module makes
   * @returns what was read before and may be run from now on, since a function has run that makes accessors
   */
  by({ id }: FollowedModule, region: number, own: readonly Keyed[]): readonly Placed[] {
    const part = `${region} ${id}`;
    if (this.#run.has(part)) return [];
    this.#run.add(part);
    const anywhere = own.filter((accessor) => accessor.anywhere && accessor.madeBy.region === region);
    this.#anywhere.push(...anywhere);
    return [...(id === this.#root ? (this.#asked.get(region) ?? []) : []), ...runBy(anywhere, this.#keys)];
  }
}

function runBy(accessors: readonly Keyed[], keys: ReadonlySet<ReadKey>): readonly Placed[] {
  return accessors.flatMap(({ key, placed }) => (isRead(key, keys) ? placed : []));
}

function isRead(key: ReadKey, keys: ReadonlySet<ReadKey>): boolean {
  return key === null ? keys.size > 0 : keys.has(key) || keys.has(null);
}

/** Whether a use may run with a region: functions inside of that count, but for those of the top level. */
function isIn({ range: [start, end], deferred }: ValueUse, region: number, around: Range): boolean {
  return region === 0 ? !deferred : start >= around[0] && end <= around[1];
}

/** The keys that are read from a value; null where any may be. */
function keysUsed(uses: readonly ValueUse[]): ReadonlySet<ReadKey> {
  const reading = uses.filter(({ kind }) => !passing.has(kind));
  return new Set(reading.flatMap(({ keys }): readonly ReadKey[] => (keys.length > 0 ? keys : [null])));
}

const passing: ReadonlySet<ValueUse['kind']> = new Set(['call', 'construct', 'copy', 'export', 'test']);
