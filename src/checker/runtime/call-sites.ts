import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName, lastName, membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { Range } from '../facts.ts';
import { rangeOf } from '../nodes.ts';

/**
 * The files of call sites. Of a CommonJS module `getFileName()` gives the path, of an ES module the URL.
 *
 * @see V8, "Stack trace API", customizing stack traces; Node documentation, `util.getCallSites()`
 */

const askingForFile: ReadonlySet<string> = new Set(['getFileName', 'getScriptNameOrSourceURL']);

/** Whether a text has what call sites are had by. */
export function preparesStack(text: string): boolean {
  return text.includes('prepareStackTrace') || text.includes('getCallSite');
}

/** Where the file of a call site is first taken for a path, or handed on; null: nowhere, or the file knows URLs as well. */
export function callersRead(scan: ScanContext): Range | null {
  const named = membersByKey(scan).of('scriptName');
  const asked = [
    ...callsByName(scan).ofAny(askingForFile),
    ...(named.length > 0 && preparesStack(scan.source) ? named : []),
  ];
  if (asked.length === 0 || /file:|fileURLToPath/.test(scan.source)) return null;
  const found = asked.find((node) => becomesPath(node, scan));
  return found === undefined ? null : rangeOf(found);
}

/** Functions that take paths; those that only shorten them for somebody to read are none. */
export const takingPaths =
  /^(?:dirname|isAbsolute|join|normalize|parse|resolve|require|(?:access|exists|open|readFile|realpath|stat|lstat|readdir)(?:Sync)?|createReadStream)$/;

function becomesPath(node: t.Node, scan: ScanContext): boolean {
  const parent = parentOf(node);
  switch (parent?.type) {
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return (
        becomesPath(parent, scan) ||
        (parent.type === 'AssignmentExpression' && variableBecomes(parent.left, scan))
      );
    case 'ConditionalExpression':
      return parent.test !== node && becomesPath(parent, scan);
    case 'VariableDeclarator':
      return variableBecomes(parent.id, scan);
    case 'ReturnStatement':
      return true;
    case 'ArrowFunctionExpression':
      return parent.body === node;
    case 'CallExpression':
      return parent.callee !== node && takingPaths.test(lastName(parent.callee) ?? '');
    default:
      return false;
  }
}

function variableBecomes(target: t.Node, scan: ScanContext): boolean {
  const binding = target.type === 'Identifier' ? scan.scopes.referenceOf(target)?.binding : null;
  const reads = (binding?.references ?? []).filter(({ access }) => access === 'read');
  return reads.some(({ node }) => {
    const parent = parentOf(node);
    // A value that is put into the variable again has been looked at where it comes from.
    return parent?.type !== 'AssignmentExpression' && becomesPath(node, scan);
  });
}
