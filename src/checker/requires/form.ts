import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isInOptionalChain } from '../../syntax/optional-chain.ts';
import { parentOf } from '../../syntax/tree.ts';
import { outerRange } from '../../syntax/wrapping.ts';
import { declaratorFact } from '../declarator.ts';
import { firstRunsOf } from '../exports/first-runs.ts';
import type { PathStep, RequireForm, RequireTarget } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import { patternIdentifiers } from '../pattern-identifiers.ts';
import { writesTo } from '../writes.ts';
import type { Call } from './calls.ts';
import { patternProperties } from './pattern.ts';
import { useByPattern } from './pattern-use.ts';
import type { RequireScan } from './require-scan.ts';

/** What a require call is a part of. */
export function formOf(call: Call, scan: RequireScan): RequireForm {
  const { path, value } = memberPath(call, scan.context.source);
  const parent = parentOf(value);
  if (parent?.type === 'ExpressionStatement' && path.length === 0 && parentOf(parent)?.type === 'Program') {
    return { kind: 'side-effect' };
  }
  const target =
    parent?.type === 'VariableDeclarator' && isPlainTopLevel(parent) ? targetOf(parent, scan) : null;
  if (target !== null) {
    const declarator = declaratorFact(scan.context, parent as t.VariableDeclarator);
    return { kind: 'declarator', declarator, path, value: rangeOf(value), target };
  }
  const { uses } = scan;
  return {
    kind: 'expression',
    path,
    value: rangeOf(value),
    use: uses.around(value),
    uses: uses.ofExpression(value),
  };
}

/** The longest chain of static members behind a call: `require('x').a['b']`. An optional one ends it. */
function memberPath(
  call: Call,
  source: string,
): { readonly path: readonly PathStep[]; readonly value: t.Node } {
  const path: PathStep[] = [];
  let value: t.Node = call;
  for (let parent = parentOf(value); parent?.type === 'MemberExpression'; parent = parentOf(value)) {
    const key = parent.object === value && !isInOptionalChain(parent) ? staticKey(parent) : null;
    if (key === null) break;
    path.push({ key, range: [outerRange(source, value).end, parent.end!] });
    value = parent;
  }
  return { path, value };
}

/** `const target = ...` in the program body; `using` disposes of its value, an `export` needs its declaration. */
function isPlainTopLevel(declarator: t.VariableDeclarator): boolean {
  const declaration = parentOf(declarator);
  return (
    declaration?.type === 'VariableDeclaration' &&
    ['var', 'let', 'const'].includes(declaration.kind) &&
    parentOf(declaration)?.type === 'Program'
  );
}

/**
 * @returns null for a target that an import cannot stand for: it has a type annotation, or one of its variables is
 *   declared again elsewhere, or read before, while it is `undefined`.
 */
function targetOf(declarator: t.VariableDeclarator, scan: RequireScan): RequireTarget | null {
  const { id } = declarator;
  if ('typeAnnotation' in id && id.typeAnnotation) return null;
  if (!patternIdentifiers(id).every((name) => isPlainVariable(name, declarator, scan))) return null;
  if (id.type !== 'Identifier') {
    if (id.type !== 'ObjectPattern') return { kind: 'pattern', properties: null, use: 'enumerate', keys: [] };
    return { kind: 'pattern', properties: patternProperties(id, declarator, scan), ...useByPattern(id) };
  }
  const binding = scan.context.scopes.referenceOf(id)?.binding;
  if (!binding) return null;
  return {
    kind: 'name',
    name: id.name,
    uses: scan.uses.ofBinding(binding),
    writes: writesTo(binding, declarator, scan.places),
  };
}

/** Where no other module calls back while it is required: cycles are judged as such. */
function mayComeBefore(node: t.Node, declarator: t.Node, { context, places }: RequireScan): boolean {
  const { region } = places.of(node);
  if (region === null) return node.start! < declarator.start!;
  return firstRunsOf(context).withoutCycles(region) < declarator.end!;
}

function isPlainVariable(
  identifier: t.Identifier,
  declarator: t.VariableDeclarator,
  scan: RequireScan,
): boolean {
  const binding = scan.context.scopes.referenceOf(identifier)?.binding;
  if (binding?.declarations.length !== 1) return false;
  return !binding.references.some(
    ({ access, node }) => access !== 'write' && mayComeBefore(node, declarator, scan),
  );
}
