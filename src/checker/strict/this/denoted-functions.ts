import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { pathOfGlobal } from '../../free-names.ts';
import { declaratorOf } from '../../writes.ts';
import { declaredFunction, valuesOf } from '../own-functions.ts';
import { isRequire, isRequiredName, rootOf } from '../required-names.ts';
import { type ParameterPlace, placeOfParameter } from './parameter-places.ts';

/** The functions that an expression may denote, or that are in the object that it denotes. */
export interface Denoted {
  readonly functions: ReadonlySet<t.Node>;
  /** Those that the file knows by a key only: `object.key`. */
  readonly keys: ReadonlySet<string>;
  /** Those that callers of a function hand over, by themselves or in an object. */
  readonly parameters: readonly ParameterPlace[];
}

export function denotedFunctions(scan: ScanContext, value: t.Node): Denoted {
  const denoting = new Denoting(scan);
  denoting.add(value);
  return denoting;
}

class Denoting implements Denoted {
  readonly functions = new Set<t.Node>();
  readonly keys = new Set<string>();
  readonly parameters: ParameterPlace[] = [];
  readonly #scan: ScanContext;
  readonly #seen = new Set<t.Node>();

  constructor(scan: ScanContext) {
    this.#scan = scan;
  }

  add(value: t.Node): void {
    const node = unwrap(value);
    if (this.#seen.has(node)) return;
    this.#seen.add(node);
    if (isFunction(node)) this.functions.add(node);
    else this.#addExpression(node);
  }

  #addExpression(node: t.Node): void {
    switch (node.type) {
      case 'Identifier':
        this.#addBinding(this.#scan.scopes.referenceOf(node)?.binding);
        break;
      case 'MemberExpression':
        this.#addMember(node);
        break;
      case 'ObjectExpression':
        this.#addProperties(node, null);
        break;
      case 'AssignmentExpression':
        this.add(node.right);
        break;
      case 'ConditionalExpression':
        this.add(node.consequent);
        this.add(node.alternate);
        break;
      case 'LogicalExpression':
        this.add(node.left);
        this.add(node.right);
        break;
      default:
    }
  }

  #addBinding(binding: Binding | null | undefined): void {
    if (!binding) return;
    const place = binding.kind === 'parameter' ? placeOfParameter(binding) : null;
    if (place !== null) this.parameters.push(place);
    const declared = declaredFunction(binding);
    if (declared !== null) this.add(declared);
    for (const { node } of binding.writes) this.#addWritten(node);
    if (valuesOf(binding).some(({ type }) => type === 'ObjectExpression')) this.#addMembersOf(binding);
  }

  /** `methods.key = function () {}` */
  #addMembersOf({ references }: Binding): void {
    for (const { node } of references) {
      const member = parentOf(node);
      const assignment =
        member?.type === 'MemberExpression' && member.object === node ? parentOf(member) : null;
      if (assignment?.type === 'AssignmentExpression' && assignment.left === member)
        this.add(assignment.right);
    }
  }

  #addWritten(name: t.Node): void {
    const parent = parentOf(name);
    const declarator = declaratorOf(name);
    if (parent?.type === 'AssignmentExpression' && parent.left === name) this.add(parent.right);
    else if (declarator?.id === name && declarator.init) this.add(declarator.init);
    else if (parent?.type === 'ObjectProperty' && !isRequiredName(this.#scan, name))
      this.#addKey(staticKey(parent));
  }

  #addMember(member: t.MemberExpression): void {
    const key = staticKey(member);
    const object = unwrap(member.object);
    const binding = object.type === 'Identifier' ? this.#scan.scopes.referenceOf(object)?.binding : null;
    const literals = [object, ...(binding ? valuesOf(binding) : [])].filter(
      ({ type }) => type === 'ObjectExpression',
    );
    for (const literal of literals) this.#addProperties(literal as t.ObjectExpression, key);
    if (binding?.kind === 'parameter') this.#addBinding(binding);
    if (literals.length === 0 && !this.#isForeign(member)) this.#addKey(key);
  }

  /** A method of a builtin, or of what another file exports. */
  #isForeign(member: t.MemberExpression): boolean {
    const root = rootOf(member);
    if (root.type === 'ArrayExpression' || root.type === 'StringLiteral') return true;
    if (isRequire(root, this.#scan) || isRequiredName(this.#scan, root)) return true;
    return (
      pathOfGlobal(this.#scan, root) !== null &&
      !/^(?:exports|module)\b/.test(pathOfGlobal(this.#scan, root)!)
    );
  }

  #addKey(key: string | null): void {
    if (key !== null) this.keys.add(key);
  }

  #addProperties({ properties }: t.ObjectExpression, key: string | null): void {
    for (const property of properties) {
      if (property.type === 'SpreadElement') this.add(property.argument);
      else if (key === null || staticKey(property) === key)
        this.add(property.type === 'ObjectMethod' ? property : property.value);
    }
  }
}
