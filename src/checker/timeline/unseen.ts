import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';
import { helpersOfGetters } from '../transpiled/getters.ts';
import { MadeLater } from './made-later.ts';
import { changesBuiltins, type Protocol, protocolOf, putUnderAnyKey } from './protocols.ts';
import { type Put, putsOf } from './puts.ts';
import { returnedBy } from './returned.ts';

/** What makes the language, or `util.inspect`, call a function of itself: a read, a write, a conversion, a loop, `instanceof`. */
export type Occasion = 'get' | 'set' | 'inspect' | Protocol;

/** Expressions, null for any, by key, null for any other. */
type ByKey = Map<string | null, (t.Node | null)[]>;

export const unseenCallsOf = perScan((scan) => new UnseenCalls(scan));

/**
 * The functions of a file that run without a call to be seen, as expressions, null for any; those by any key stand under
 * null.
 */
export class UnseenCalls {
  /** Lists and regular expressions may run functions of the file, too. */
  readonly changesBuiltins: boolean;
  readonly #scan: ScanContext;
  readonly #accessors = new Set<t.Node>();
  readonly #by = new Map<Occasion, ByKey>();
  readonly #ofAllKeys = new Map<Occasion, readonly (t.Node | null)[]>();
  readonly #madeLater = new MadeLater();
  readonly #helpers: ReturnType<typeof helpersOfGetters>;

  constructor(scan: ScanContext) {
    this.#scan = scan;
    this.#helpers = helpersOfGetters(scan);
    const puts = putsOf(scan);
    this.changesBuiltins = puts.some((put) => changesBuiltins(put, scan));
    for (const put of puts) this.#addPut(put);
    for (const type of ['FunctionDeclaration', 'FunctionExpression'] as const)
      for (const node of nodesOf(scan, type)) if (node.generator) this.#add('iterate', null, node);
    for (const node of putUnderAnyKey(scan)) {
      this.#add('convert', null, node);
      this.#add('iterate', null, node);
    }
  }

  /** The keys under which there are functions of some kind, by occasion; occasions without such keys are missing. */
  keysOf(
    areMeant: (nodes: readonly (t.Node | null)[]) => boolean,
  ): ReadonlyMap<Occasion, ReadonlySet<string | null>> {
    const found = new Map<Occasion, Set<string | null>>();
    for (const [occasion, byKey] of this.#by) {
      const keys = [...byKey].flatMap(([key, nodes]) => (areMeant(nodes) ? [key] : []));
      if (keys.length > 0) found.set(occasion, new Set(keys));
    }
    return found;
  }

  /** @param key null: a key that only running the program would tell, or all of them at once. */
  on(occasion: Occasion, key: string | null = null): readonly (t.Node | null)[] {
    const byKey = this.#by.get(occasion);
    if (byKey === undefined) return none;
    if (key === null) return this.#onAnyKey(occasion, byKey);
    const [own, others] = [byKey.get(key), byKey.get(null)];
    return own === undefined || others === undefined ? (own ?? others ?? none) : [...own, ...others];
  }

  /** The same, as far as they may run at a place. */
  at(place: t.Node, occasion: Occasion, key: string | null): readonly (t.Node | null)[] {
    const all = this.on(occasion, key);
    const runs = (node: t.Node | null): boolean =>
      node === null || !(this.#madeLater.than(place, node) || this.#isOfHelper(node));
    return all.every(runs) ? all : all.filter(runs);
  }

  /** A call that does nothing but define exports, by getters that give variables of the file. */
  isDefinition(call: t.Node): boolean {
    return this.#helpers?.call === call;
  }

  #isOfHelper({ start }: t.Node): boolean {
    const definer = this.#helpers?.definer;
    return definer !== undefined && start! > definer.start! && start! < definer.end!;
  }

  #onAnyKey(occasion: Occasion, byKey: ByKey): readonly (t.Node | null)[] {
    const known = this.#ofAllKeys.get(occasion);
    if (known !== undefined) return known;
    const all = [...byKey.values()].flat();
    this.#ofAllKeys.set(occasion, all);
    return all;
  }

  /** The getters of the file by their keys, null for those under other keys. */
  getters(): ReadonlyMap<string | null, readonly (t.Node | null)[]> {
    return this.#by.get('get') ?? new Map();
  }

  /** Whether a property describes an accessor: `get` in what `Object.defineProperty` is given. */
  isAccessor({ value }: t.ObjectProperty): boolean {
    return this.#accessors.has(value);
  }

  #add(occasion: Occasion, key: string | null, node: t.Node | null): void {
    const byKey: ByKey = this.#by.get(occasion) ?? new Map();
    this.#by.set(occasion, byKey);
    const nodes = byKey.get(key);
    if (nodes) nodes.push(node);
    else byKey.set(key, [node]);
  }

  #addPut(put: Put): void {
    const { key, value, kind } = put;
    const protocol = protocolOf(put);
    if (kind !== 'value') {
      this.#add(kind, key, value);
      if (value !== null) this.#accessors.add(value);
    } else if (value !== null && isFunction(value) && value.generator) this.#add('iterate', null, value);
    else if (protocol !== null) this.#add(protocol, null, value);
    else if (isInspecting(put)) this.#add('inspect', null, value);
    if (kind === 'get' && protocol !== null)
      for (const given of this.#givenBy(value)) this.#add(protocol, null, given);
  }

  /** What a getter runs, and gives to be run. */
  #givenBy(getter: t.Node | null): readonly (t.Node | null)[] {
    return getter !== null && isFunction(getter) ? [getter, ...returnedBy(this.#scan, getter)] : [null];
  }
}

/** `[util.inspect.custom]() {}`: a key that is computed may be that symbol. */
function isInspecting({ key, value, by }: Put): boolean {
  return key === null && by !== 'list' && value !== null && isFunction(value);
}

const none: readonly t.Node[] = [];
