import type * as t from '@babel/types';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { isShorthandValue, nodesOf, rangeOf } from '../nodes.ts';
import { isAnonymous } from './anonymous.ts';
import { scopesOf } from './free-names.ts';
import type { StrictReport, StrictRow } from './row.ts';

/** Reserved in strict mode code only (§12.7.2), and `await`, reserved wherever the goal is a module. */
const reserved: ReadonlySet<string> = new Set([
  'implements',
  'interface',
  'let',
  'package',
  'private',
  'protected',
  'public',
  'static',
  'yield',
  'await',
]);

export function isReservedName(name: string): boolean {
  return reserved.has(name);
}

/** `var package = …; package.version` -> `var package_1 = …; package_1.version` */
export const reservedNames: StrictRow = {
  rule: 'implements, interface, let, package, private, protected, public, static, yield and await are no names',
  clause: 'Annex C; §12.7.2, §13.1.1',
  inStrictCode: true,
  check(scan, report) {
    for (const scope of scopesOf(scan)) {
      for (const binding of scope.bindings.values()) {
        if (reserved.has(binding.name)) renameOrRefuse(report, binding);
      }
    }
    for (const [name, references] of scan.scopes.free) {
      if (!reserved.has(name)) continue;
      for (const { node } of references) report.refuse('strict-reserved-name', node, { name });
    }
    for (const { label } of nodesOf(scan, 'LabeledStatement')) {
      if (reserved.has(label.name)) report.refuse('strict-reserved-name', label, { name: label.name });
    }
  },
};

function renameOrRefuse(report: StrictReport, binding: Binding): void {
  const { name } = binding;
  if (!isRenamable(binding)) {
    report.refuse('strict-reserved-name', binding.declarations[0]!, { name });
    return;
  }
  renameBinding(report, 'strict-renamed', binding, report.fresh(name));
}

const renamableKinds: ReadonlySet<string> = new Set(['var', 'let', 'const', 'parameter', 'catch']);

/** A name that functions carry as their `name`, or that code evaluated later may ask for, must stay. */
function isRenamable({ kind, references }: Binding): boolean {
  return (
    renamableKinds.has(kind) && references.every(({ node, dynamic }) => !dynamic && !namesFunction(node))
  );
}

function namesFunction(target: t.Node): boolean {
  const parent = parentOf(target);
  if (parent?.type === 'VariableDeclarator') return parent.id === target && isAnonymous(parent.init);
  if (parent?.type !== 'AssignmentExpression' && parent?.type !== 'AssignmentPattern') return false;
  return parent.left === target && isAnonymous(parent.right);
}

/** Mends every place that names the binding; a shorthand property keeps its key: `{ public }` -> `{ public: public_1 }`. */
function renameBinding(report: StrictReport, code: 'strict-renamed', binding: Binding, name: string): void {
  const places = new Map<number, t.Node>();
  for (const node of binding.declarations) places.set(node.start!, node);
  for (const { node } of binding.references) places.set(node.start!, node);
  for (const node of places.values()) {
    report.mend(code, rangeOf(node), isShorthandValue(node) ? `${binding.name}: ${name}` : name);
  }
}
