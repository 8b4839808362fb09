import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { ancestorsOf, parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import { assignmentsByName, callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { ANY_KEY } from '../facts/keys.ts';
import type { SloppyFacts } from '../facts.ts';
import { isFreeName } from '../free-names.ts';
import { rangeOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { declaratorOf } from '../writes.ts';
import { gettersOf } from './closed-keys.ts';
import { callsOfObject, fixingCalls, methodOfObject } from './fixed-keys.ts';
import { callsHandingOver, functionOf, valuesOf } from './own-functions.ts';
import { makesProxy } from './proxies.ts';

/** Of members that are written to or deleted those of objects that functions of this file, or other files, may have made. */
export function membersOfMade(
  scan: ScanContext,
  targets: readonly t.MemberExpression[],
): SloppyFacts['writesToMade'] {
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
        if (!isFunction(ownerOfThis(node))) return null;
        return inherits(this.#scan) ? 'other' : 'receiver';
      default:
        return null;
    }
  }

  #ofName(name: t.Identifier): Maker | null {
    const binding = this.#scan.scopes.referenceOf(name)?.binding;
    if (!binding) return null;
    const [declaration] = binding.declarations;
    const named = binding.kind === 'class' ? parentOf(declaration!) : null;
    if (named?.type === 'ClassDeclaration') return named.superClass ? this.of(named.superClass) : null;
    const values = binding.kind === 'parameter' ? this.#given(binding) : valuesOrWhole(binding);
    if (values === null) return gettersOf(this.#scan).has(this.#key) ? 'own' : 'other';
    if (isRequiredName(this.#scan, name)) return 'other';
    return this.#ofAny([...values, ...prototypesGiven(this.#scan, binding)]);
  }

  #ofAny(values: readonly t.Node[]): Maker | null {
    const makers = values.map((value) => this.of(value));
    return makers.find((maker) => maker !== null) ?? null;
  }

  /** `{ __proto__: required }` */
  #ofPrototype(literal: t.ObjectExpression): Maker | null {
    return this.#ofAny(prototypesIn(literal));
  }

  /** What calls hand over; null where others may call the function as well. */
  #given(parameter: Binding): readonly t.Node[] | null {
    const calls = callsHandingOver(this.#scan, parameter);
    return calls?.flatMap(({ argument }) => argument ?? []) ?? null;
  }

  #ofCall(call: t.CallExpression | t.NewExpression): Maker | null {
    if (functionOf(this.#scan, call.callee) !== null || makesProxy(this.#scan, call)) return 'own';
    const [prototype] = call.arguments;
    if (call.type === 'CallExpression' && methodOfObject(this.#scan, call) === 'create')
      return (prototype && this.of(prototype)) ?? 'own';
    return this.#isRequired(call.callee) ? 'other' : null;
  }

  /** `required()`, `required.make()`, `require('./m').make()` */
  #isRequired(callee: t.Node): boolean {
    const root = rootOf(callee);
    return isRequire(root, this.#scan) || isRequiredName(this.#scan, root);
  }
}

function prototypesIn({ properties }: t.ObjectExpression): readonly t.Node[] {
  return properties.flatMap((property) =>
    property.type === 'ObjectProperty' && staticKey(property) === '__proto__' ? [property.value] : [],
  );
}

/** What a variable gets, or what that is a part of: `made` for `const { part } = made`. */
function valuesOrWhole(binding: Binding): readonly t.Node[] {
  const [write, ...more] = binding.writes;
  const init = write && more.length === 0 ? declaratorOf(write.node)?.init : null;
  return init ? [init] : [];
}

/** `Object.setPrototypeOf(object, prototype)` */
function prototypesGiven(scan: ScanContext, binding: Binding): readonly t.Node[] {
  return fixingCalls(scan, binding).flatMap((call) =>
    methodOfObject(scan, call) === 'setPrototypeOf' ? (call.arguments[1] ?? []) : [],
  );
}

/** `const m = require('./m')`: writes to that very object are known to linking. */
function isRequired(scan: ScanContext, node: t.Node): boolean {
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  return binding ? valuesOf(binding).some((value) => isRequire(value, scan)) : false;
}

/** A variable that gets what was required, or a part of it. */
function isRequiredName(scan: ScanContext, node: t.Node): boolean {
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  return binding?.writes.some(({ node: name }) => isRequire(valueWritten(name), scan)) ?? false;
}

function rootOf(node: t.Node): t.Node {
  return node.type === 'MemberExpression' ? rootOf(node.object) : node;
}

/** What a declarator takes apart for a name: `require('./m')` in `const { a: { b } } = require('./m').c`. */
function valueWritten(name: t.Node): t.Node {
  for (const node of ancestorsOf(name))
    if (node.type === 'VariableDeclarator') return rootOf(node.init ?? node);
  return name;
}

function isRequire(node: t.Node, scan: ScanContext): boolean {
  return node.type === 'CallExpression' && isFreeName(node.callee, 'require', scan.scopes);
}

/** Whether functions of the file may construct what another file, or a builtin, has the prototype of. */
const inherits = perScan((scan) => basesIn(scan).some((base) => !isPlainBase(scan, base)));

/** What is inherited from: `inherits(F, Base)`, `Object.create(Base.prototype)`, `{ __proto__: Base.prototype }`. */
function basesIn(scan: ScanContext): readonly t.Node[] {
  const given = callsByName(scan)
    .of('inherits')
    .map(({ arguments: [, base] }) => base);
  const prototypes = callsOfObject(scan).map((call) => {
    const method = methodOfObject(scan, call);
    return method === 'create'
      ? call.arguments[0]
      : method === 'setPrototypeOf'
        ? call.arguments[1]
        : undefined;
  });
  const constructed = assignmentsByName(scan)
    .of('prototype')
    .flatMap(({ right }) => (right.type === 'ObjectExpression' ? prototypesIn(right) : right));
  return [...given, ...prototypes, ...constructed].flatMap((base) => base ?? []);
}

/** A function of the file, whose own base counts, `null`, or the class of emitters, all of whose keys can be written. */
function isPlainBase(scan: ScanContext, base: t.Node): boolean {
  const node = unwrap(base);
  switch (node.type) {
    case 'NullLiteral':
      return true;
    case 'NewExpression':
      return isPlainBase(scan, node.callee);
    case 'MemberExpression':
      return isPlainBase(scan, node.object);
    case 'CallExpression':
      return isRequire(node, scan) && isEvents(node.arguments[0]);
    case 'Identifier': {
      if (functionOf(scan, node) !== null) return true;
      const binding = scan.scopes.referenceOf(node)?.binding;
      const declarator = binding?.writes.length === 1 ? declaratorOf(binding.writes[0]!.node) : null;
      return declarator?.init ? isPlainBase(scan, declarator.init) : binding === null;
    }
    default:
      return false;
  }
}

function isEvents(specifier: t.Node | undefined): boolean {
  return specifier?.type === 'StringLiteral' && /^(?:node:)?events$/.test(specifier.value);
}
