import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding, Scope } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { type Finding, makeFinding } from '../finding.ts';
import { rangeOf } from '../nodes.ts';
import { wrapperNames } from '../wrapper-names.ts';

/**
 * Functions with names of CommonJS in them whose text is taken: `new Worker(`(${work})()`, { eval: true })`. Whoever
 * runs the text runs a script, which has those names, and none of the variables that would stand for them here.
 *
 * @see ECMA-262 §20.2.3.5, `Function.prototype.toString`, and Node documentation, `new Worker`, option `eval`
 */
export function functionTextFindings(scan: ScanContext): readonly Finding[] {
  const judged = new Set<Scope>();
  const findings: Finding[] = [];
  for (const name of wrapperNames)
    for (const { node, scope } of scan.scopes.free.get(name) ?? []) {
      for (let at: Scope | null = scope; at !== null; at = at.parent) {
        if (at.kind !== 'function' || judged.has(at)) continue;
        judged.add(at);
        const place = isFunction(at.node) ? textTakenOf(scan, at.node) : null;
        if (place !== null) findings.push(findingOf(name, node, place));
      }
    }
  return findings;
}

function findingOf(name: string, node: t.Node, place: t.Node): Finding {
  const related = [{ path: null, range: rangeOf(place), note: 'its text is taken here' }];
  return makeFinding('function-text', { range: rangeOf(node), args: { name }, related, settledBy: ['keep'] });
}

/** Where a value becomes a text; null where that is not to be seen. Variables and parameters of the file are followed. */
function textTakenOf(scan: ScanContext, fn: t.Function): t.Node | null {
  const values = new Set<t.Node>([fn, ...namedBy(scan, fn)]);
  for (const value of values) {
    const parent = parentOf(value);
    if (parent === null) continue;
    if (isTextOf(value, parent)) return parent;
    for (const binding of receiving(scan, value, parent))
      for (const { node } of binding.references) values.add(node);
  }
  return null;
}

function namedBy(scan: ScanContext, fn: t.Function): readonly t.Node[] {
  if (fn.type !== 'FunctionDeclaration' || !fn.id) return [];
  const binding = scan.scopes.scopeOf(fn).bindings.get(fn.id.name);
  return binding?.references.map(({ node }) => node) ?? [];
}

/** `${value}`, `'' + value`, `text += value`, `String(value)`, `value.toString()`, `Function.prototype.toString.call(value)` */
export function isTextOf(value: t.Node, parent: t.Node): boolean {
  switch (parent.type) {
    case 'TemplateLiteral':
      return parentOf(parent)?.type !== 'TaggedTemplateExpression';
    case 'BinaryExpression':
      return parent.operator === '+';
    case 'AssignmentExpression':
      return parent.operator === '+=' && parent.right === value;
    case 'MemberExpression':
      return parent.object === value && staticKey(parent) === 'toString';
    case 'CallExpression':
      return parent.arguments[0] === value && isConverter(parent.callee);
    default:
      return false;
  }
}

function isConverter(callee: t.Node): boolean {
  if (callee.type === 'Identifier') return callee.name === 'String';
  if (callee.type !== 'MemberExpression' || staticKey(callee) !== 'call') return false;
  return callee.object.type === 'MemberExpression' && staticKey(callee.object) === 'toString';
}

/** The variables that get a value where it stands: `const f = value`, `f = value`, `g(value)` with a `function g(f) {}` */
function receiving({ scopes }: ScanContext, value: t.Node, parent: t.Node): readonly Binding[] {
  const bindingOf = (node: t.Node): readonly Binding[] => {
    if (node.type !== 'Identifier') return [];
    // A parameter that has no default is no reference.
    const binding = scopes.referenceOf(node)?.binding ?? scopes.scopeOf(node).bindings.get(node.name);
    return binding ? [binding] : [];
  };
  if (parent.type === 'VariableDeclarator' && parent.init === value) return bindingOf(parent.id);
  if (parent.type === 'AssignmentExpression' && parent.right === value) return bindingOf(parent.left);
  if (parent.type !== 'CallExpression' && parent.type !== 'NewExpression') return [];
  const index = parent.arguments.indexOf(value as t.Expression);
  if (index < 0) return [];
  return functionsCalled(parent.callee, bindingOf).flatMap(({ params }) =>
    params[index] ? bindingOf(params[index]) : [],
  );
}

function functionsCalled(
  callee: t.Node,
  bindingOf: (node: t.Node) => readonly Binding[],
): readonly t.Function[] {
  return bindingOf(callee)
    .flatMap(({ declarations }) => declarations.map((id) => parentOf(id)))
    .flatMap((declared) => {
      const made = declared?.type === 'VariableDeclarator' ? declared.init : declared;
      return made && isFunction(made) ? [made] : [];
    });
}
