import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { staticKey } from '../../../syntax/keys.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import { membersByKey } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { pathOfGlobal } from '../../free-names.ts';
import { nodesOf } from '../../nodes.ts';
import { perScan } from '../../per-scan.ts';
import { valueGiven } from '../../writes.ts';
import { functionOf } from '../own-functions.ts';
import { closing } from './closing.ts';
import { exportsName } from './fixed-keys.ts';
import { isMadeHere } from './made-here.ts';

/**
 * Whether the file closes objects as a whole which may get where names alone do not lead: through lists, calls, patterns, or
 * because what closes them goes by another name. Most files that close something close lists and tables of constants.
 */
export const closesOutOfSight = perScan((scan): boolean => {
  if (!/\b(?:freeze|preventExtensions|seal)\b/.test(scan.source)) return false;
  const sight = new Sight(scan);
  const uses = ['Object', 'Reflect'].flatMap((name) => scan.scopes.free.get(name) ?? []);
  return uses.some(({ node }) => sight.isLeftBy(node)) || membersByKey(scan).ofAny(closing).some(isOfMember);
});

/** Whether it is seen which keys are closed: all of what is frozen, what a literal lacks of what is sealed, but none that inherit them. */
function isWhole(method: string, closed: t.Node): boolean {
  if (closed.type === 'MemberExpression' && staticKey(closed) === 'prototype') return false;
  return method === 'freeze' || closed.type === 'ObjectExpression';
}

/** `globalThis.Object.freeze` */
function isOfMember({ object }: t.MemberExpression): boolean {
  return object.type === 'MemberExpression' && /^(?:Object|Reflect)$/.test(staticKey(object) ?? '');
}

class Sight {
  readonly #scan: ScanContext;
  readonly #seen = new Set<Binding | string>();

  constructor(scan: ScanContext) {
    this.#scan = scan;
  }

  /** Whether what a use of `Object` closes, or what may close objects later, gets out of sight. */
  isLeftBy(object: t.Node): boolean {
    const method = parentOf(object);
    if (method?.type === 'BinaryExpression' || method?.type === 'UnaryExpression') return false;
    if (method?.type !== 'MemberExpression' || method.object !== object)
      return !(method?.type === 'CallExpression' && method.callee === object);
    const key = staticKey(method);
    if (key !== null && !closing.has(key)) return false;
    const call = parentOf(method);
    if (key === null || call?.type !== 'CallExpression' || call.callee !== method) return true;
    const [closed] = call.arguments;
    return closed === undefined || !isWhole(key, closed) || !this.#isOwn(closed) || !this.#keeps(call);
  }

  /** Whether the object goes by no names but those that are followed from here. */
  #isOwn(object: t.Node): boolean {
    const node = unwrap(object);
    if (node.type !== 'Identifier') return this.#isNew(node);
    const binding = this.#scan.scopes.referenceOf(node)?.binding;
    if (!binding) return exportsName(this.#scan, node) !== null;
    if (!variables.has(binding.kind)) return false;
    const given = binding.writes.map(({ node: name }) => valueGiven(name));
    return given.every((value) => value && this.#isNew(unwrap(value))) && this.#keepsVariable(binding);
  }

  #isNew(node: t.Node): boolean {
    // Methods have what a class of the file makes as `this`.
    if (node.type === 'ThisExpression') return false;
    if (node.type === 'NewExpression' && functionOf(this.#scan, node.callee) !== null) return false;
    if (node.type === 'CallExpression' && closing.has(lastKey(node))) return this.#isOwn(node.arguments[0]!);
    return isMadeHere(this.#scan, node);
  }

  /** Whether all that gets what an expression gives is followed. */
  #keeps(node: t.Node): boolean {
    const parent = parentOf(node);
    switch (parent?.type) {
      case 'BinaryExpression':
      case 'ExpressionStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'IfStatement':
      case 'SpreadElement':
      case 'UnaryExpression':
        return true;
      case 'TemplateLiteral':
        return parentOf(parent)?.type !== 'TaggedTemplateExpression';
      case 'MemberExpression':
        return parent.object !== node || this.#keepsReceiver(parent);
      case 'VariableDeclarator':
        return parent.id === node || this.#keepsDeclared(parent, node);
      case 'AssignmentExpression':
        return parent.left === node || (this.#keepsAssigned(parent, node) && this.#keeps(parent));
      case 'ClassProperty':
        return parent.value !== node || this.#keepsKey(staticKey(parent));
      case 'ObjectProperty':
        return this.#keepsProperty(parent, node);
      case 'LogicalExpression':
        return this.#keeps(parent);
      case 'ConditionalExpression':
        return parent.test === node || this.#keeps(parent);
      case 'CallExpression':
        return parent.callee === node || this.#keepsArgument(parent);
      case 'NewExpression':
        return parent.callee === node || /^(?:Map|Set)$/.test(pathOfGlobal(this.#scan, parent.callee) ?? '');
      default:
        return false;
    }
  }

  /** A method may give what it is called on. */
  #keepsReceiver(member: t.MemberExpression): boolean {
    const call = parentOf(member);
    return call?.type !== 'CallExpression' || call.callee !== member || telling.has(staticKey(member) ?? '');
  }

  /** What a variable gets by way of a member, or later on, is not seen where that is exported. */
  #keepsDeclared({ id }: t.VariableDeclarator, value: t.Node): boolean {
    if (id.type !== 'Identifier') return true;
    const binding = this.#scan.scopes.referenceOf(id)?.binding;
    if (binding?.writes.length !== 1 || value.type === 'MemberExpression') return false;
    return this.#keepsVariable(binding);
  }

  #keepsAssigned({ left }: t.AssignmentExpression, value: t.Node): boolean {
    if (left.type !== 'MemberExpression') return false;
    if (exportsName(this.#scan, left) !== null) return value.type !== 'MemberExpression';
    return this.#keepsKey(staticKey(left));
  }

  /** In a literal that is the exports, or that a variable gets; of others it is not known who reads it by which key. */
  #keepsProperty(property: t.ObjectProperty, value: t.Node): boolean {
    const literal = parentOf(property);
    if (property.value !== value || literal?.type !== 'ObjectExpression') return property.value !== value;
    const holder = parentOf(literal);
    const isExported =
      holder?.type === 'AssignmentExpression' && exportsName(this.#scan, holder.left) !== null;
    return isExported && this.#keepsKey(staticKey(property));
  }

  #keepsArgument(call: t.CallExpression): boolean {
    const path = pathOfGlobal(this.#scan, call.callee);
    if (path === null || !path.includes('.')) return false;
    return telling.has(path) || (closing.has(lastKey(call)) && this.#keeps(call));
  }

  #keepsVariable(binding: Binding): boolean {
    if (this.#seen.has(binding)) return true;
    this.#seen.add(binding);
    return binding.references.every(({ node }) => this.#keeps(node));
  }

  /** Whatever is read by that key. */
  #keepsKey(key: string | null): boolean {
    if (key === null) return false;
    if (this.#seen.has(key)) return true;
    this.#seen.add(key);
    const isTaken = nodesOf(this.#scan, 'ObjectPattern').some(({ properties }) =>
      properties.some((property) => property.type === 'RestElement' || staticKey(property) === key),
    );
    return (
      !isTaken &&
      membersByKey(this.#scan)
        .of(key)
        .every((member) => this.#keeps(member))
    );
  }
}

function lastKey({ callee }: t.CallExpression): string | null {
  return callee.type === 'MemberExpression' ? staticKey(callee) : null;
}

const variables: ReadonlySet<string> = new Set(['const', 'let', 'var']);

/** Of methods and functions: they give neither what they get nor hand it to others. */
const telling = wordsOf(
  'Array.from Array.isArray JSON.stringify Object.assign Object.entries Object.isFrozen Object.keys Object.values',
  'concat get has hasOwnProperty includes indexOf join lastIndexOf slice test toString',
);
