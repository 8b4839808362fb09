import type * as t from '@babel/types';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { scopesOf } from './free-names.ts';
import { isSloppyAt, type StrictReport, type StrictRow } from './row.ts';

/**
 * `if (old) { function f() {} } f();` — sloppy code makes `f` a variable of the function around the block, too, and
 * sets it when the block is entered. That counts only where something refers to that variable.
 */
export const blockFunctions: StrictRow = {
  rule: 'A function declared in a block is visible in the block only',
  clause: 'Annex B.3.2; §14.2.3',
  check(scan, report) {
    for (const scope of scopesOf(scan)) {
      if (scope.strict) continue;
      for (const binding of scope.bindings.values()) refuseHoisted(scan, report, binding);
    }
  },
};

function refuseHoisted(scan: ScanContext, report: StrictReport, binding: Binding): void {
  const { declarations, references, name } = binding;
  const use = references.find(({ initialises }) => !initialises);
  if (use === undefined) return;
  for (const id of declarations) {
    const owner = parentOf(id);
    if (
      owner?.type !== 'FunctionDeclaration' ||
      owner.id !== id ||
      scan.scopes.scopeOf(owner) === binding.scope
    )
      continue;
    report.refuse('strict-block-function', id, { name }, [
      { path: null, range: rangeOf(use.node), note: 'used here, outside of the block' },
    ]);
  }
}

/** `if (old) function f() {}` -> `if (old) { function f() {} }` */
export const functionClauses: StrictRow = {
  rule: 'A function declaration cannot be the branch of an if',
  clause: 'Annex B.3.3',
  check(scan, report) {
    for (const declaration of nodesOf(scan, 'FunctionDeclaration')) {
      if (parentOf(declaration)?.type === 'IfStatement' && isSloppyAt(scan, declaration)) {
        brace(report, declaration);
      }
    }
  },
};

function brace(report: StrictReport, declaration: t.FunctionDeclaration): void {
  report.mend('strict-function-clause', [declaration.start!, declaration.start!], '{ ');
  report.mend('strict-function-clause', [declaration.end!, declaration.end!], ' }');
}

/** `{ function f() {} function f() {} }` */
export const blockFunctionsTwice: StrictRow = {
  rule: 'A function in a block cannot be declared again',
  clause: 'Annex B.3.4; §14.2.1',
  check(scan, report) {
    for (const scope of scopesOf(scan)) {
      if (scope.strict || (scope.kind !== 'block' && scope.kind !== 'switch')) continue;
      for (const { kind, name, declarations } of scope.bindings.values()) {
        if (kind !== 'function') continue;
        for (const id of declarations.slice(1)) report.refuse('strict-declared-again', id, { name });
      }
    }
  },
};
