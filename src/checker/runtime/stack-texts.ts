import type * as t from '@babel/types';
import { declarationOf } from '../../syntax/declaration.ts';
import { declaredBinding } from '../../syntax/declared-binding.ts';
import { staticKey } from '../../syntax/keys.ts';
import type { Binding } from '../../syntax/scope.ts';
import { eachChild, enclosingFunction, parentOf } from '../../syntax/tree.ts';
import { lastName, membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { Range } from '../facts.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { takingPaths } from './call-sites.ts';

/**
 * Paths that are cut out of the text of a stack: `error.stack.split('\n')[2].match(/\((.+):\d+:\d+\)/)[1]`. There a frame of
 * a CommonJS module has its path, one of an ES module its URL.
 *
 * @see V8, "Stack trace API"
 */

/** Where a path out of a stack is first taken for one; null: nowhere, or the file knows URLs as well. */
export function stackTextRead(scan: ScanContext): Range | null {
  if (!scan.source.includes('stack') || /file:|fileURLToPath/.test(scan.source)) return null;
  const read = membersByKey(scan)
    .of('stack')
    .find((node) => new Pieces(scan).leadToPath(node, 'whole'));
  const taken = read ?? patternsOf(scan).find(({ value }) => new Pieces(scan).patternLeads(value, 'whole'));
  return taken === undefined ? null : rangeOf(taken);
}

/** `const { stack } = error` */
function patternsOf(scan: ScanContext): readonly t.ObjectProperty[] {
  return nodesOf(scan, 'ObjectPattern').flatMap(({ properties }) =>
    properties.flatMap((property) =>
      property.type === 'ObjectProperty' && staticKey(property) === 'stack' ? [property] : [],
    ),
  );
}

/** What there is of the text: all of it, a part of it, or just what a pattern has found in it. */
type Piece = 'whole' | 'part' | 'match' | 'capture';

/** Follows a text through the file, piece by piece. */
class Pieces {
  readonly #scan: ScanContext;
  readonly #seen = new Set<t.Node>();

  constructor(scan: ScanContext) {
    this.#scan = scan;
  }

  leadToPath(node: t.Node, piece: Piece): boolean {
    if (this.#seen.has(node)) return false;
    this.#seen.add(node);
    const parent = parentOf(node);
    switch (parent?.type) {
      case 'MemberExpression':
        return parent.object === node && this.#memberLeads(parent, piece);
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee !== node && this.#argumentLeads(parent, node, piece);
      case 'VariableDeclarator':
        return parent.init === node && this.patternLeads(parent.id, piece);
      case 'AssignmentExpression':
        return (
          parent.right === node && (this.patternLeads(parent.left, piece) || this.leadToPath(parent, piece))
        );
      case 'ForOfStatement':
        return parent.right === node && this.patternLeads(targetOf(parent.left), piece);
      case 'BinaryExpression':
        if (parent.operator === '+') return this.leadToPath(parent, piece);
        return piece !== 'whole' && isEquality(parent) && this.#isOwnPath(otherSide(parent, node));
      case 'ConditionalExpression':
        return parent.test !== node && this.leadToPath(parent, piece);
      case 'LogicalExpression':
      case 'TemplateLiteral':
      case 'AwaitExpression':
      case 'SpreadElement':
      case 'ArrayExpression':
        return this.leadToPath(parent, piece);
      case 'ReturnStatement':
        return this.#resultLeads(enclosingFunction(parent), piece);
      case 'ArrowFunctionExpression':
        return parent.body === node && this.#resultLeads(parent, piece);
      default:
        return false;
    }
  }

  /** `text.split('\n')`, `lines[2]`, `found.groups.file` */
  #memberLeads(member: t.MemberExpression, piece: Piece): boolean {
    const call = parentOf(member);
    const isCall = call?.type === 'CallExpression';
    if (!isCall || call.callee !== member) return this.leadToPath(member, memberOf(piece));
    const method = staticKey(member);
    if (piece !== 'whole' && method !== null && searching.has(method))
      return call.arguments.some((argument) => this.#isOwnPath(argument));
    const inCallback = call.arguments.some((argument) => this.#callbackLeads(argument, piece));
    return inCallback || this.leadToPath(call, cutBy(method, piece));
  }

  /** `pattern.exec(text)`, `path.dirname(file)`, a function of the file. */
  #argumentLeads(call: t.CallExpression | t.NewExpression, node: t.Node, piece: Piece) {
    const { callee } = call;
    const name = lastName(callee);
    if (name === 'exec') return this.leadToPath(call, 'match');
    if (name === 'String') return this.leadToPath(call, piece);
    const binding = callee.type === 'Identifier' ? this.#scan.scopes.referenceOf(callee)?.binding : null;
    if (piece !== 'whole' && name !== null && binding?.kind !== 'parameter' && takingPaths.test(name))
      return true;
    const parameter = this.#functionBehind(callee)?.params[call.arguments.indexOf(node as t.Expression)];
    return parameter !== undefined && this.patternLeads(parameter, piece);
  }

  #callbackLeads(callback: t.Node, piece: Piece): boolean {
    const [first] = this.#functionBehind(callback)?.params ?? [];
    return first !== undefined && this.patternLeads(first, piece);
  }

  /** A function expression, or the function of the file that a name stands for. */
  #functionBehind(node: t.Node): t.Function | null {
    if (node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression') return node;
    const binding = node.type === 'Identifier' ? this.#scan.scopes.referenceOf(node)?.binding : null;
    return binding ? functionOf(binding) : null;
  }

  /** The variables in which a text, or its parts, are put. */
  patternLeads(target: t.Node, piece: Piece): boolean {
    switch (target.type) {
      case 'Identifier':
        return this.#readsLead(target, piece);
      case 'AssignmentPattern':
        return this.patternLeads(target.left, piece);
      case 'ArrayPattern':
        return target.elements.some(
          (element) => element !== null && this.patternLeads(element, memberOf(piece)),
        );
      case 'ObjectPattern':
        return target.properties.some((property) =>
          this.patternLeads(
            property.type === 'RestElement' ? property.argument : property.value,
            memberOf(piece),
          ),
        );
      case 'RestElement':
        return this.patternLeads(target.argument, piece);
      default:
        return false;
    }
  }

  #readsLead(name: t.Identifier, piece: Piece): boolean {
    const { scopes } = this.#scan;
    const binding = scopes.referenceOf(name)?.binding ?? declaredBinding(name, scopes.scopeOf(name));
    return (binding?.references ?? []).some(
      ({ node, access }) => access === 'read' && this.leadToPath(node, piece),
    );
  }

  /** Who calls the function gets it; where that is not known, a path that was cut out is for somebody who takes it for one. */
  #resultLeads(fn: t.Function | null, piece: Piece): boolean {
    if (fn === null) return false;
    const name = nameOf(fn);
    const binding = name === null ? null : declaredBinding(name, this.#scan.scopes.scopeOf(fn));
    const reads = (binding?.references ?? []).filter(({ access }) => access === 'read');
    const calls = reads.flatMap(({ node }) => {
      const parent = parentOf(node);
      return parent?.type === 'CallExpression' && parent.callee === node ? [parent] : [];
    });
    if (piece === 'capture' && !isCallback(fn) && (binding === null || calls.length < reads.length))
      return true;
    return (
      calls.some((call) => this.leadToPath(call, piece)) || (isCallback(fn) && this.#callLeads(fn, piece))
    );
  }

  /** `lines.map((line) => line.slice(4))` */
  #callLeads(fn: t.Function, piece: Piece): boolean {
    const call = parentOf(fn);
    return call?.type === 'CallExpression' && this.leadToPath(call, piece);
  }

  /** `__filename`, `__dirname + '/x'`, or a variable with such a value. */
  #isOwnPath(node: t.Node, depth = 0): boolean {
    if (node.type === 'Identifier') {
      if (node.name === '__filename' || node.name === '__dirname') return true;
      const declared = this.#scan.scopes.referenceOf(node)?.binding?.declarations[0];
      const declarator = declared === undefined ? null : parentOf(declared);
      const init = declarator?.type === 'VariableDeclarator' ? declarator.init : null;
      return depth < 3 && init !== null && init !== undefined && this.#isOwnPath(init, depth + 1);
    }
    let found = false;
    eachChild(node, (child) => {
      found ||= this.#isOwnPath(child, depth);
    });
    return found;
  }
}

/** Methods that look for one text in another. */
const searching: ReadonlySet<string> = new Set([
  'startsWith',
  'endsWith',
  'includes',
  'indexOf',
  'lastIndexOf',
]);

const matching: ReadonlySet<string | null> = new Set(['match', 'matchAll', 'exec']);

const joining: ReadonlySet<string | null> = new Set(['toString', 'join', 'concat', 'trim']);

function cutBy(method: string | null, piece: Piece): Piece {
  if (matching.has(method)) return 'match';
  if (piece === 'whole') return joining.has(method) ? 'whole' : 'part';
  return method === 'join' ? 'part' : piece;
}

function memberOf(piece: Piece): Piece {
  return piece === 'match' ? 'capture' : piece;
}

function isEquality({ operator }: t.BinaryExpression): boolean {
  return /^[!=]==?$/.test(operator);
}

function otherSide({ left, right }: t.BinaryExpression, node: t.Node): t.Node {
  return left === node ? right : left;
}

function targetOf(left: t.ForOfStatement['left']): t.Node {
  return left.type === 'VariableDeclaration' ? left.declarations[0]!.id : left;
}

/** `function f() {}`, `const f = () => {}` */
function functionOf(binding: Binding): t.Function | null {
  const owner = declarationOf(binding);
  if (owner?.type === 'FunctionDeclaration' && owner.id === binding.declarations[0]) return owner;
  const value = owner?.type === 'VariableDeclarator' ? owner.init : null;
  return value?.type === 'FunctionExpression' || value?.type === 'ArrowFunctionExpression' ? value : null;
}

function nameOf(fn: t.Function): t.Identifier | null {
  if (fn.type === 'FunctionDeclaration') return fn.id ?? null;
  const owner = parentOf(fn);
  return owner?.type === 'VariableDeclarator' && owner.id.type === 'Identifier' ? owner.id : null;
}

function isCallback(fn: t.Function): boolean {
  const owner = parentOf(fn);
  return owner?.type === 'CallExpression' && owner.callee !== fn;
}
