import type * as t from '@babel/types';

import { declarationOf } from '../../../syntax/declaration.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import type { SloppyFacts } from '../../facts.ts';
import { rangeOf } from '../../nodes.ts';
import { ownerOfThis } from '../../owner.ts';
import { declaratorOf } from '../../writes.ts';
import { callsHandingOver, functionOf } from '../own-functions.ts';
import { isRequire, isRequired, isRequiredName, rootOf } from '../required-names.ts';
import type { Member } from './attempts.ts';
import { gettersOf } from './closed-keys.ts';
import { keysOfValue } from './fixed-keys.ts';
import { valuesReturned } from './followed-keys.ts';
import { methodOfObject } from './object-calls.ts';
import { inherits, prototypesGiven, prototypesIn } from './prototypes.ts';
import { makesProxy } from './proxies.ts';

/** Of members that are written to or deleted those of objects that functions of this file, or other files, may have made. */
export function membersOfMade(scan: ScanContext, targets: readonly Member[]): SloppyFacts['writesToMade'] {
  return targets.flatMap((target) => {
    const key = staticKey(target) ?? ANY_KEY;
    const maker = isRequired(scan, target.object) ? null : new Makers(scan, key).of(target.object);
    return maker === null ? [] : [{ key, range: rangeOf(target), maker }];
  });
}

type Maker = SloppyFacts['writesToMade'][number]['maker'];

/** Finds out who may have made an object: null where that is plain to see, or nothing is known of it at all. */
class Makers {
  readonly #scan: ScanContext;
  readonly #key: string;
  readonly #seen = new Set<t.Node>();

  constructor(scan: ScanContext, key: string) {
    this.#scan = scan;
    this.#key = key;
  }

  of(expression: t.Node): Maker | null {
    const node = unwrap(expression);
    if (this.#seen.has(node)) return null;
    this.#seen.add(node);
    switch (node.type) {
      case 'Identifier':
        return this.#ofName(node);
      case 'MemberExpression':
        return staticKey(node) === 'exports' ? null : this.of(node.object);
      case 'CallExpression':
      case 'NewExpression':
        return isRequire(node, this.#scan) ? 'other' : this.#ofCall(node);
      case 'ObjectExpression':
        return this.#ofPrototype(node);
      case 'ThisExpression':
        return this.#ofThis(ownerOfThis(node));
      default:
        return null;
    }
  }

  #ofThis(owner: t.Node): Maker | null {
    if (!isFunction(owner)) return null;
    return inherits(this.#scan, owner) ? 'other' : 'receiver';
  }

  #ofName(name: t.Identifier): Maker | null {
    const binding = this.#scan.scopes.referenceOf(name)?.binding;
    if (!binding) return null;
    const named = binding.kind === 'class' ? declarationOf(binding) : null;
    if (named?.type === 'ClassDeclaration') return named.superClass ? this.of(named.superClass) : null;
    const values = binding.kind === 'parameter' ? this.#given(binding) : valuesOrWhole(binding);
    if (values === null) return gettersOf(this.#scan).has(this.#key) ? 'own' : 'other';
    if (isRequiredName(this.#scan, name)) return 'other';
    return (
      this.#ofAny(values) ??
      this.#ofPrototypes(prototypesGiven(this.#scan, binding)) ??
      (isGivenGetters(binding) ? 'own' : null)
    );
  }

  /** What is closed in one rejects a write to what inherits from it, too (§10.1.9.2). */
  #ofPrototypes(prototypes: readonly t.Node[]): Maker | null {
    return this.#ofAny(prototypes) ?? (prototypes.length > 0 ? 'own' : null);
  }

  #ofAny(values: readonly t.Node[]): Maker | null {
    const makers = values.map((value) => this.of(value));
    return makers.find((maker) => maker !== null) ?? null;
  }

  /** `{ __proto__: required }` */
  #ofPrototype(literal: t.ObjectExpression): Maker | null {
    return this.#ofPrototypes(prototypesIn(literal));
  }

  /** What calls hand over; null where others may call the function as well. */
  #given(parameter: Binding): readonly t.Node[] | null {
    const calls = callsHandingOver(this.#scan, parameter);
    return calls?.flatMap(({ argument }) => argument ?? []) ?? null;
  }

  #ofCall(call: t.CallExpression | t.NewExpression): Maker | null {
    const fn = functionOf(this.#scan, call.callee);
    if (fn !== null) return this.#ofFunction(call, fn);
    if (makesProxy(this.#scan, call)) return 'own';
    const [prototype] = call.arguments;
    if (call.type === 'CallExpression' && methodOfObject(this.#scan, call) === 'create')
      return (prototype && this.of(prototype)) ?? 'own';
    return this.#isRequired(call.callee) ? 'other' : null;
  }

  /** A function that gives nothing but literals shows what these let be written. */
  #ofFunction({ type }: t.CallExpression | t.NewExpression, fn: t.Node): Maker | null {
    if (type === 'NewExpression' || !isFunction(fn) || fn.async || fn.generator) return 'own';
    const literals = valuesReturned(this.#scan, fn).map(unwrap);
    return literals.length > 0 && literals.every((value) => this.#isPlainLiteral(value))
      ? this.#ofAny(literals)
      : 'own';
  }

  #isPlainLiteral(value: t.Node): boolean {
    return value.type === 'ObjectExpression' && !keysOfValue(this.#scan, value).has(this.#key);
  }

  /** `required()`, `required.make()`, `require('./m').make()` */
  #isRequired(callee: t.Node): boolean {
    const root = rootOf(callee);
    return isRequire(root, this.#scan) || isRequiredName(this.#scan, root);
  }
}

/** What a variable gets, or what that is a part of: `made` for `const { part } = made`. */
function valuesOrWhole(binding: Binding): readonly t.Node[] {
  const [write, ...more] = binding.writes;
  const init = write && more.length === 0 ? declaratorOf(write.node)?.init : null;
  return init ? [init] : [];
}

/** `object.__defineGetter__('key', f)` */
function isGivenGetters({ references }: Binding): boolean {
  return references.some(({ node }) => {
    const parent = parentOf(node);
    return (
      parent?.type === 'MemberExpression' &&
      parent.object === node &&
      staticKey(parent) === '__defineGetter__'
    );
  });
}
