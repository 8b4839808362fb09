import type * as t from '@babel/types';
import { alternativesOf } from '../../syntax/alternatives.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import { pathOfGlobal } from '../free-names.ts';
import { wholeExports } from '../timeline/whole-exports.ts';
import { declarationNamed, valueGiven } from '../writes.ts';
import { isSpelledOut } from './exported-values.ts';
import { isRequire } from './foreign-objects.ts';

/**
 * Whether what the file exports may have members that another object gives it: `class extends Base` has Base's (ECMA-262
 * §15.7.14), and so has whatever a call, `new` or `Object.setPrototypeOf` made or changed. What is required as it is has
 * those of the module it comes from.
 */
export function exportsInherit(scan: ScanContext): boolean {
  return (
    scan.source.includes('__proto__') ||
    scan.source.includes('setPrototypeOf') ||
    wholeExports(scan).some((value) => mayInherit(scan, value))
  );
}

const closing: ReadonlySet<string> = new Set(['Object.freeze', 'Object.preventExtensions', 'Object.seal']);

function mayInherit(scan: ScanContext, value: t.Node, seen: ReadonlySet<t.Node> = new Set()): boolean {
  const node = unwrap(value);
  if (seen.has(node)) return false;
  const among = (values: readonly t.Node[]): boolean =>
    values.some((each) => mayInherit(scan, each, new Set([...seen, node])));
  switch (node.type) {
    case 'Identifier': {
      const given = valuesOfName(scan, node);
      return given === null || among(given);
    }
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.superClass != null;
    case 'FunctionDeclaration':
      return false;
    case 'MemberExpression':
      return among([node.object]);
    case 'CallExpression':
      // These give what they are given (ECMA-262 §20.1.2.6).
      if (closing.has(pathOfGlobal(scan, node.callee) ?? '')) return among(node.arguments);
      return !isRequire(node, scan);
    default: {
      const alternatives = alternativesOf(node);
      if (alternatives !== null) return among(alternatives);
      return !isSpelledOut(node.type) && !node.type.endsWith('Literal') && !isRequire(node, scan);
    }
  }
}

/** What a variable may hold, as expressions or declarations; null where the file does not tell. */
export function valuesOfName({ scopes }: ScanContext, name: t.Identifier): readonly t.Node[] | null {
  const binding = scopes.referenceOf(name)?.binding;
  if (!binding) return name.name === 'exports' || name.name === 'undefined' ? [] : null;
  const declared = binding.declarations.flatMap((declaration) => declarationNamed(declaration) ?? []);
  const written = binding.writes.map(({ node }) => valueGiven(node));
  const values = [...declared, ...written];
  return values.length === 0 || values.includes(null) ? null : (values as t.Node[]);
}
