import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import type { ScanContext } from '../context.ts';
import { assignedByKey, COMPUTED } from './assigned.ts';
import type { Circular } from './circular.ts';
import { basesOf, copiedWhole } from './copied.ts';
import { languageGlobals } from './known-globals.ts';
import type { Put } from './puts.ts';
import { either, isForeign, optionsOf, own, unknown, type Value } from './value.ts';

/** What gives the values of the expressions that the file puts into objects. */
interface Expressions {
  of(node: t.Node): Value;
  member(object: Value, key: string | null): Value;
  returnedBy(node: t.Function): readonly t.Node[];
}

/**
 * What the objects that a file makes may hold. They are not told apart: under a key there may be whatever the file puts
 * under that key, of any object.
 */
export class Contents {
  readonly #scan: ScanContext;
  readonly #expressions: Expressions;
  readonly #circular: Circular;

  constructor(scan: ScanContext, expressions: Expressions, circular: Circular) {
    this.#scan = scan;
    this.#expressions = expressions;
    this.#circular = circular;
  }

  /** A member of an object, list, map or set of the file; the key is null where it is computed. */
  memberOf(object: Value, key: string | null): Value {
    // Long chains of computed members ask for it at each of them.
    if (key === null && object === own)
      return this.#circular.of('member', () => either([this.elementOf(own), this.#underAnyKey()]));
    const isIndex = key === null || /^\d+$/.test(key);
    return isIndex ? either([this.elementOf(object), this.under(key)]) : this.under(key);
  }

  /** The same where the object is a literal: `add`, `push` and the like put nothing there. */
  memberOfLiteral(): Value {
    const copied = this.#shared('copied', copiedWhole);
    const inherited = this.#shared('inherited', basesOf);
    return this.#circular.of('member of a literal', () =>
      either([
        ...[...assignedByKey(this.#scan).values()].flatMap((puts) =>
          this.#ofPuts(puts.filter(({ by }) => by !== 'list')),
        ),
        ...[...copied, ...inherited].map((value) => this.#expressions.member(value, null)),
      ]),
    );
  }

  /** What lists, maps and sets may hold: what they were made of, and what is put into any of them. */
  elementOf(collection: Value): Value {
    if (collection.kind !== 'own') return unknown;
    if (assignedByKey(this.#scan).has('Symbol.iterator')) return unknown;
    const put = this.#circular.of('put', () => either(this.#ofComputedKeys().filter(isForeign)));
    return either([collection.holds ?? own, put]);
  }

  /** Whatever the file puts under a key, null for any key: its objects can have nothing else there. */
  under(key: string | null): Value {
    if (key === null) return this.#underAnyKey();
    const foreign = this.#foreignByComputedKey();
    const copied = this.#shared('copied', copiedWhole);
    // What the file puts somewhere under the key is no base's, as a rule.
    const inherited = assignedByKey(this.#scan).has(key) ? none : this.#shared('inherited', basesOf);
    if (foreign.length + copied.length + inherited.length === 0) return this.named(key);
    const others = [...copied, ...inherited].map((value) => this.#expressions.member(value, key));
    return either([this.named(key), ...foreign, ...others]);
  }

  #underAnyKey(): Value {
    return this.#circular.of('anything', () =>
      either([...assignedByKey(this.#scan).keys()].map((key) => this.under(key))),
    );
  }

  /** The same by this very key only: for keys that builtin objects have, which computed keys seldom are. */
  named(key: string): Value {
    const puts = assignedByKey(this.#scan).get(key);
    return this.#circular.of(puts ?? `under ${key}`, () => either(this.#ofPuts(puts)));
  }

  #ofPuts(puts: readonly Put[] = none): readonly Value[] {
    return puts.map((put) => this.#ofPut(put));
  }

  #ofComputedKeys(): readonly Value[] {
    return this.#ofPuts(assignedByKey(this.#scan).get(COMPUTED));
  }

  #ofPut({ kind, by, value }: Put): Value {
    if (kind === 'set') return own;
    if (value === null) return by === 'descriptor' ? own : unknown;
    const put: Value = isFunction(value) ? { kind: 'function', node: value } : this.#expressions.of(value);
    const given = kind === 'value' ? put : either(optionsOf(put).map((getter) => this.#ofGetter(getter)));
    // Of what descriptors put there, what is known to come from elsewhere counts.
    return by === 'descriptor' ? either(optionsOf(given).filter(isKnown)) : given;
  }

  #ofGetter(getter: Value): Value {
    if (getter.kind !== 'function' || !isFunction(getter.node)) return getter.kind === 'own' ? own : unknown;
    return either(this.#expressions.returnedBy(getter.node).map((value) => this.#expressions.of(value)));
  }

  /** What `object[key] = value` may have put there: only where it comes from is known to be elsewhere. */
  #foreignByComputedKey(): readonly Value[] {
    return withoutOwn(this.#circular.of('foreign', this.#findForeign));
  }

  readonly #findForeign = (): Value => either(this.#ofComputedKeys().flatMap(optionsOf).filter(isShared));

  /** Those of some objects whose members objects of the file get that others have, too. */
  #shared(which: string, find: (scan: ScanContext) => readonly t.Node[]): readonly Value[] {
    const shared = this.#circular.of(which, () =>
      either(
        find(this.#scan)
          .flatMap((node) => optionsOf(this.#expressions.of(node)))
          .filter(isShared),
      ),
    );
    return withoutOwn(shared);
  }
}

/** Mostly there is nothing else. */
function withoutOwn(value: Value): readonly Value[] {
  return value.kind === 'own' ? none : optionsOf(value).filter(({ kind }) => kind !== 'own');
}

const none: readonly never[] = [];

function isKnown({ kind }: Value): boolean {
  return kind !== 'unknown' && kind !== 'parameter';
}

/** Not what the language gives, whose constructors and prototypes hold functions only; nor the texts of `process.env`. */
function isShared(value: Value): boolean {
  if (value.kind === 'global')
    return value.name !== 'process.env' && !languageGlobals.has(value.name.split('.')[0]!);
  return value.kind === 'required';
}
