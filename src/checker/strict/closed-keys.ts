import type * as t from '@babel/types';
import { declaredBinding } from '../../syntax/declared-binding.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { ancestorsOf, parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import { callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { SloppyFacts } from '../facts.ts';
import { isFreeName } from '../free-names.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { callsOfObject, getterOnlyKeys, isLocked, keysDefinedBy, methodOfObject } from './fixed-keys.ts';
import { argumentsFor, functionOf, valuesOf } from './own-functions.ts';

/**
 * Keys that some object or class of the file does not let be written: those with a getter and no setter, those that
 * `Object.defineProperty` adds without `writable`, and those of a literal that is frozen.
 */
export function closedKeys(scan: ScanContext): readonly string[] {
  const defined = callsOfObject(scan).flatMap((call) =>
    methodOfObject(scan, call) === 'freeze' ? keysOfLiteral(scan, call) : keysDefinedBy(scan, call),
  );
  return [...new Set([...gettersOf(scan), ...defined])];
}

/** Keys that some object of the file does not let be deleted. */
export function lockedKeys(scan: ScanContext): readonly string[] {
  const defined = callsOfObject(scan).flatMap((call) =>
    /^(?:freeze|seal)$/.test(methodOfObject(scan, call) ?? '')
      ? keysOfLiteral(scan, call)
      : keysDefinedBy(scan, call, isLocked),
  );
  return [...new Set(defined)];
}

/** Keys for which a literal or class of the file has nothing but a getter. */
const gettersOf = perScan((scan): ReadonlySet<string> => {
  const literals = nodesOf(scan, 'ObjectExpression').map(({ properties }) => getterOnlyKeys(properties));
  const classes = nodesOf(scan, 'ClassBody').map(({ body }) => getterOnlyKeys(body));
  return new Set([...literals, ...classes].flatMap((keys) => [...keys]));
});

/** `Object.freeze({ level: 1 })`, or of a variable that holds the literal */
function keysOfLiteral(scan: ScanContext, { arguments: [object] }: t.CallExpression): readonly string[] {
  const binding = object?.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
  const frozen = [object, ...(binding ? valuesOf(binding) : [])];
  return frozen.flatMap((value) =>
    value?.type === 'ObjectExpression'
      ? value.properties.flatMap((property) =>
          property.type === 'SpreadElement' ? [] : (staticKey(property) ?? []),
        )
      : [],
  );
}

/** Of members that are written to or deleted those of objects that functions of this file, or other files, may have made. */
export function membersOfMade(
  scan: ScanContext,
  targets: readonly t.MemberExpression[],
): SloppyFacts['writesToMade'] {
  return targets.flatMap((target) => {
    const key = staticKey(target);
    const maker =
      key === null || isRequiredName(scan, target.object) ? null : new Makers(scan, key).of(target.object);
    return key === null || maker === null ? [] : [{ key, range: rangeOf(target), maker }];
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
        return this.#ofCall(node);
      case 'ThisExpression':
        return isFunction(ownerOfThis(node)) && inherits(this.#scan) ? 'other' : null;
      default:
        return null;
    }
  }

  #ofName(name: t.Identifier): Maker | null {
    const binding = this.#scan.scopes.referenceOf(name)?.binding;
    if (!binding) return null;
    const values = binding.kind === 'parameter' ? this.#given(binding) : valuesOf(binding);
    if (values === null) return gettersOf(this.#scan).has(this.#key) ? 'own' : 'other';
    if (isRequiredName(this.#scan, name)) return 'other';
    const makers = values.map((value) => this.of(value));
    return makers.find((maker) => maker !== null) ?? null;
  }

  /** What calls hand over; null where others may call the function as well. */
  #given(parameter: Binding): readonly t.Node[] | null {
    const owner = parentOf(parameter.declarations[0]!);
    if (!owner || !isFunction(owner)) return [];
    const name = owner.type === 'FunctionDeclaration' ? owner.id : null;
    const references = (name && declaredBinding(name, this.#scan.scopes.scopeOf(owner))?.references) ?? null;
    const isCalledOnly = references?.every(({ node }) => {
      const call = parentOf(node);
      return call?.type === 'CallExpression' && call.callee === node;
    });
    return isCalledOnly ? argumentsFor(this.#scan, parameter) : null;
  }

  #ofCall(call: t.CallExpression | t.NewExpression): Maker | null {
    if (functionOf(this.#scan, call.callee) !== null) return 'own';
    if (call.type === 'CallExpression' && methodOfObject(this.#scan, call) === 'create') return 'own';
    return this.#isRequired(call.callee) ? 'other' : null;
  }

  /** `required()`, `required.make()`, `require('./m').make()` */
  #isRequired(callee: t.Node): boolean {
    const root = rootOf(callee);
    return isRequire(root, this.#scan) || isRequiredName(this.#scan, root);
  }
}

/** A variable that gets what was required, or a part of it: writes to that very object are known to linking. */
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

/** Whether functions of the file may construct what another file has the prototype of. */
const inherits = perScan(
  (scan) =>
    callsOfObject(scan).some((call) =>
      /^(?:create|setPrototypeOf)$/.test(methodOfObject(scan, call) ?? ''),
    ) || callsByName(scan).of('inherits').length > 0,
);
