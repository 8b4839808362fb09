import type * as t from '@babel/types';

import { isFunction } from '../../syntax/kinds.ts';
import type { ScanContext } from '../context.ts';
import { assignedByKey, COMPUTED, copiedWhole } from './assigned.ts';
import type { Circular } from './circular.ts';
import { either, isForeign, optionsOf, own, unknown, type Value } from './value.ts';

/** What gives the values of the expressions that the file puts into objects. */
interface Expressions {
  of(node: t.Node): Value;
  member(object: Value, key: string | null): Value;
  returnedBy(node: t.Node): readonly t.Node[];
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

  /** What lists, maps and sets may hold: what they were made of, and what is put into any of them. */
  elementOf(collection: Value): Value {
    if (collection.kind !== 'own') return unknown;
    const put = this.#circular.of('put', () => either(this.#assignedTo(COMPUTED).filter(isForeign)));
    return either([collection.holds ?? own, put]);
  }

  /** Whatever the file puts under a key, null for any key: its objects can have nothing else there. */
  under(key: string | null): Value {
    if (key === null) return this.#underAnyKey();
    const named = this.named(key);
    const foreign = this.#foreignByComputedKey();
    const copied = this.#copiedWhole().map((value) => this.#expressions.member(value, key));
    return foreign.length + copied.length === 0 ? named : either([named, ...foreign, ...copied]);
  }

  #underAnyKey(): Value {
    return this.#circular.of('anything', () =>
      either([...assignedByKey(this.#scan).keys()].map((key) => this.under(key))),
    );
  }

  /** The same by this very key only: for keys that builtin objects have, which computed keys seldom are. */
  named(key: string): Value {
    return this.#circular.of(`under ${key}`, () => either(this.#assignedTo(key)));
  }

  #assignedTo(key: string): readonly Value[] {
    return (assignedByKey(this.#scan).get(key) ?? []).map((node) => this.#ofMember(node));
  }

  #ofMember(node: t.Node): Value {
    if (!isFunction(node)) return this.#expressions.of(node);
    const kind = 'kind' in node ? node.kind : 'method';
    if (kind !== 'get') return kind === 'set' ? own : { kind: 'function', node };
    return either(this.#expressions.returnedBy(node).map((value) => this.#expressions.of(value)));
  }

  /** What `object[key] = value` may have put there: only where it comes from is known to be elsewhere. */
  #foreignByComputedKey(): readonly Value[] {
    const foreign = this.#circular.of('foreign', () =>
      either(
        this.#assignedTo(COMPUTED)
          .flatMap(optionsOf)
          .filter(({ kind }) => kind === 'global' || kind === 'required'),
      ),
    );
    return optionsOf(foreign).filter(({ kind }) => kind !== 'own');
  }

  /** What other modules have whose members objects of the file get: `{ ...value }`, `Object.assign({}, value)`. */
  #copiedWhole(): readonly Value[] {
    const copied = this.#circular.of('copied', () =>
      either(
        copiedWhole(this.#scan)
          .flatMap((node) => optionsOf(this.#expressions.of(node)))
          .filter(({ kind }) => kind === 'required'),
      ),
    );
    return optionsOf(copied).filter(({ kind }) => kind !== 'own');
  }
}
