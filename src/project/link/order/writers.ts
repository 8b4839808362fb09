import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { ValueUse } from '../../../checker/facts.ts';
import { handingOn, mutatingMethods } from '../../../checker/timeline/known-globals.ts';
import { addTo } from '../../../lists.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { LinkModule, Target } from '../module.ts';
import { usesOf } from '../uses.ts';

/** Who writes to what modules export. */
export interface Written {
  /** By module or installed file: uses by which an importer may change its exports, since it writes to them or passes them on. */
  readonly uses: ReadonlyMap<string, readonly ValueUse[]>;
  /** The keys that somebody writes to who may have got hold of what was passed on. */
  readonly keys: Writers;
  /** The keys that somebody writes to, of objects of its own, too: what is exported may be one of these, or inherit from it. */
  readonly anywhere: Writers;
  /** Modules and installed files on which an importer calls what changes a list, map or set. */
  readonly mutated: ReadonlySet<string>;
  /** Modules that change contents of lists, maps and sets which others may have. */
  readonly contents: ReadonlySet<string>;
  /** Keys under which modules put functions, their own or required ones. */
  readonly methods: ReadonlySet<string>;
}

/** By key the one module that writes to it. */
type Writers = ReadonlyMap<string, string | typeof SEVERAL>;

const SEVERAL = Symbol('several modules');

/** Whether a module other than this one writes to a key. */
export function isWrittenByOthers(writers: Writers, key: string, id: string): boolean {
  const writer = writers.get(key);
  return writer !== undefined && writer !== id;
}

/** Whether another module than this one writes to any key. */
export function isAnyWrittenByOthers(writers: Writers, id: string): boolean {
  return isAnyOther(writers.values(), id);
}

function isAnyOther<T>(items: Iterable<T>, one: T): boolean {
  for (const item of items) if (item !== one) return true;
  return false;
}

export function writesTo(modules: ReadonlyMap<string, LinkModule>): Written {
  const found = new Map<string, ValueUse[]>();
  const keys = new Map<string, string | typeof SEVERAL>();
  const anywhere = new Map<string, string | typeof SEVERAL>();
  const mutated = new Set<string>();
  const contents = new Set<string>();
  const methods = new Set<string>();
  for (const { id, facts, targets } of modules.values()) {
    for (const key of facts.exports.writtenToOthers) keys.set(key, keys.has(key) ? SEVERAL : id);
    for (const key of writtenBy(facts)) anywhere.set(key, anywhere.has(key) ? SEVERAL : id);
    if (facts.exports.changesContents) contents.add(id);
    for (const key of facts.sloppy.functionKeys) methods.add(key);
    for (const { key } of facts.sloppy.membersFrom) methods.add(key);
    for (const { keys } of facts.sloppy.passedOn) for (const key of keys) methods.add(key);
    for (const [index, target] of targets.entries()) {
      const provider = providerId(target);
      if (provider === null) continue;
      for (const use of usesOf(facts.requires[index]!)) {
        if (use.writes || changing.has(use.kind)) addTo(found, provider, use);
        if (use.under !== undefined) methods.add(use.under);
        if (use.keys.some((key) => mutatingMethods.has(key))) mutated.add(provider);
      }
    }
    for (const from of facts.exportsFrom) {
      const provider = from.kind === 'required' ? providerId(targets[from.require]!) : null;
      if (provider === null || from.kind !== 'required' || from.path.length > 0) continue;
      for (const use of writesToOwnExports(facts)) addTo(found, provider, use);
    }
  }
  return { uses: found, keys, anywhere, mutated, contents, methods };
}

/** `module.exports = require('./m'); module.exports.key = value;` writes to the exports of that module. */
function writesToOwnExports({ exports: { mentions } }: LinkFacts): readonly ValueUse[] {
  return mentions.flatMap(({ use, range, deferred }): readonly ValueUse[] => {
    const write = { range, writes: true, deferred, early: false } as const;
    if (use.kind === 'write') return [{ ...write, kind: 'member-write', keys: [use.key] }];
    return use.kind === 'escape' ? [{ ...write, kind: 'computed', keys: [] }] : [];
  });
}

/** Whether what gets a value may be a function of the project, or hand it on to one. */
function mayHandOn(method: string | undefined, { methods }: Written): boolean {
  return method === undefined || handingOn.has(method) || methods.has(method);
}

/** Whether others than this module may write to a key of an object that it did not make, or change what is in it. */
export function changesSomewhere(key: string, id: string, { keys, contents }: Written): boolean {
  return (
    [key, ANY_KEY].some((each) => isWrittenByOthers(keys, each, id)) ||
    (key === ANY_KEY && isAnyWrittenByOthers(keys, id)) ||
    (ofContents.test(key) && isAnyOther(contents, id))
  );
}

/** All keys that a file writes to, once each. */
export function writtenBy({ exports }: LinkFacts): ReadonlySet<string> {
  return new Set([...exports.writtenToOthers, ...exports.writtenToOwn, ...exports.writtenLater]);
}

/** What the module has as its id: an installed file has its path. */
export function providerId(target: Target): string | null {
  if (target.kind === 'module') return target.id;
  return target.kind === 'external' ? target.file : null;
}

const changing: ReadonlySet<ValueUse['kind']> = new Set(['export', 'member-write', 'value']);

/** `*` stands for all that there are, and for whatever index. */
export const ofContents = /^(?:\d+|length|size|lastIndex|\*)$/;

/** Whether somebody else has it for good: under a key of an object, or as its own exports. */
export function isHeld(uses: readonly ValueUse[]): boolean {
  return uses.some(({ kind, to }) => kind === 'export' || to === 'holder');
}

/** Whether a function of the project may have got it. */
export function isGiven(uses: readonly ValueUse[], written: Written): boolean {
  return uses.some(({ to, method }) => to === 'callee' && mayHandOn(method, written));
}
