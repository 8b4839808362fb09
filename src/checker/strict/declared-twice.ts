import type * as t from '@babel/types';
import type { Binding } from '../../syntax/scope.ts';
import { isInStatementList, parentOf } from '../../syntax/tree.ts';
import { rangeOf } from '../nodes.ts';
import type { StrictReport, StrictRow } from './row.ts';

/**
 * At the top of a module a function is declared like a `let` (§16.2.1.7), in the function that wraps a CommonJS file
 * like a `var`. So a second declaration of its name is an error now; the last function is the one that counted.
 *
 * `function f() {} function f() {}` -> `function f_1() {} function f() {}`
 * `var f; function f() {}` -> `function f() {}`;  `var f = 1; function f() {}` -> `f = 1; function f() {}`
 */
export const declaredTwice: StrictRow = {
  rule: 'A function of the top level cannot be declared again',
  clause: '§16.2.1.1, §16.2.1.7',
  inStrictCode: true,
  check(scan, report) {
    if (scan.parsed.goal === 'module') return;
    for (const binding of scan.scopes.program.bindings.values()) {
      if (binding.kind === 'function' && binding.declarations.length > 1) settle(report, binding);
    }
  },
};

function settle(report: StrictReport, binding: Binding): void {
  const functions = binding.declarations.filter(isTopLevelFunction);
  for (const name of functions.slice(0, -1)) {
    report.mend('strict-declared-twice', rangeOf(name), report.fresh(binding.name));
  }
  for (const name of binding.declarations) {
    if (!functions.includes(name) && !isFunctionName(name)) dropDeclaration(report, name);
  }
}

function isFunctionName(name: t.Identifier): boolean {
  return parentOf(name)?.type === 'FunctionDeclaration';
}

function isTopLevelFunction(name: t.Identifier): boolean {
  const declaration = parentOf(name);
  return declaration?.type === 'FunctionDeclaration' && parentOf(declaration)?.type === 'Program';
}

/** Makes a `var` of the same name an assignment, or nothing where it has no value. */
function dropDeclaration(report: StrictReport, name: t.Identifier): void {
  const declarator = parentOf(name);
  const declaration = declarator && parentOf(declarator);
  if (declarator?.type !== 'VariableDeclarator' || declaration?.type !== 'VariableDeclaration') {
    report.refuse('strict-declared-again', name, { name: name.name });
  } else if (declaration.declarations.length > 1 || isChain(declarator.init)) {
    report.refuse('strict-declared-again', name, { name: name.name });
  } else if (declarator.init || !isInStatementList(declaration)) {
    report.mend('strict-declared-twice', [declaration.start!, name.start!], '');
  } else {
    report.mend('strict-declared-twice', rangeOf(declaration), ';');
  }
}

/** What the conversion of exports and requires rewrites itself: `var f = module.exports = …`, `var f = require(…)`. */
function isChain(value: t.Node | null | undefined): boolean {
  return value?.type === 'AssignmentExpression' || value?.type === 'CallExpression';
}
