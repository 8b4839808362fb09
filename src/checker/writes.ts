import type * as t from '@babel/types';
import type { Binding, Reference } from '../syntax/scope.ts';
import { parentOf } from '../syntax/tree.ts';
import type { Place, Places } from './exports/places.ts';
import type { Write } from './facts.ts';

/** The declarator whose name, or a name in whose pattern, an identifier is; null for anything else. */
export function declaratorOf(identifier: t.Node): t.VariableDeclarator | null {
  let child = identifier;
  for (let parent = parentOf(child); parent !== null; child = parent, parent = parentOf(child)) {
    switch (parent.type) {
      case 'VariableDeclarator':
        return parent.id === child ? parent : null;
      case 'ObjectProperty':
        if (parent.value !== child) return null;
        break;
      case 'AssignmentPattern':
        if (parent.left !== child) return null;
        break;
      case 'ObjectPattern':
      case 'ArrayPattern':
      case 'RestElement':
        break;
      default:
        return null;
    }
  }
  return null;
}

/** The loop that declares its variable: `for (const element of list)`, `for (const key in object)`. */
export function loopDeclaring(declarator: t.VariableDeclarator): t.ForInStatement | t.ForOfStatement | null {
  const declaration = parentOf(declarator)!;
  const loop = parentOf(declaration);
  const isLoop = loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement';
  return isLoop && loop.left === declaration ? loop : null;
}

/** The list of `for (const element of list)`. */
export function listDeclaring(declarator: t.VariableDeclarator): t.Expression | null {
  const loop = loopDeclaring(declarator);
  return loop?.type === 'ForOfStatement' ? loop.right : null;
}

/** What a variable gets as a whole where it is written to. */
export function valueGiven(name: t.Node): t.Node | null {
  const declarator = declaratorOf(name);
  if (declarator !== null) return declarator.id === name ? (declarator.init ?? null) : null;
  const parent = parentOf(name);
  return parent?.type === 'AssignmentExpression' && parent.left === name ? parent.right : null;
}

/** The function or class declaration that an identifier names. */
export function declarationNamed(identifier: t.Node): t.FunctionDeclaration | t.ClassDeclaration | null {
  const parent = parentOf(identifier);
  const isDeclaration = parent?.type === 'FunctionDeclaration' || parent?.type === 'ClassDeclaration';
  return isDeclaration && parent.id === identifier ? parent : null;
}

/** Whether a declaration stands in the program body, as such or behind `export`. */
export function isInProgramBody(declaration: t.Node): boolean {
  const parent = parentOf(declaration);
  if (parent?.type === 'ExportNamedDeclaration' || parent?.type === 'ExportDefaultDeclaration') return true;
  return parent?.type === 'Program';
}

/**
 * Every write to a variable of the file except the one by `initialiser`, in source order. A function that stands in a
 * block is a write, too: it is assigned when the block is entered (ECMA-262 Annex B.3.2).
 */
export function writesTo(binding: Binding, initialiser: t.Node | null, places: Places): readonly Write[] {
  const assigned = binding.writes
    .filter(({ node }) => initialiser === null || declaratorOf(node) !== initialiser)
    .map((reference) => writeBy(reference, places.of(reference.node)));
  const inBlocks = binding.declarations
    .map(declarationNamed)
    .filter(
      (declaration) =>
        declaration !== null && declaration !== initialiser && isHoistedOutOfBlock(declaration, binding),
    )
    .map((declaration): Write => {
      const { deferred } = places.of(declaration!);
      return { at: declaration!.start!, deferred, conditional: true };
    });
  return [...assigned, ...inBlocks].sort((a, b) => a.at - b.at);
}

function isHoistedOutOfBlock(declaration: t.Node, { scope }: Binding): boolean {
  return scope.kind === 'program' && !isInProgramBody(declaration);
}

const shortCircuit = new Set(['&&=', '||=', '??=']);

function writeBy({ node }: Reference, { deferred, conditional }: Place): Write {
  const parent = parentOf(node);
  const maybe = parent?.type === 'AssignmentExpression' && shortCircuit.has(parent.operator);
  return { at: node.start!, deferred, conditional: conditional || maybe };
}
