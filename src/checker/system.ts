import type * as t from '@babel/types';
import { staticKey } from '../syntax/keys.ts';
import { parentOf } from '../syntax/tree.ts';
import type { ScanContext } from './context.ts';
import type { ModuleFacts } from './facts.ts';
import { type Finding, makeFinding } from './finding.ts';
import { nodesOf, rangeOf } from './nodes.ts';
import { functionAround, ownerOfThis } from './owner.ts';
import { wrapperNames } from './wrapper-names.ts';

export interface SystemPart {
  readonly system: ModuleFacts['system'];
  readonly language: ModuleFacts['language'];
  readonly findings: readonly Finding[];
}

/**
 * Which module system a file is written for, by its own syntax. A leftover `require` does not make an ES module a
 * mixed one; writing to CommonJS exports next to import declarations does.
 */
export function systemFacts(context: ScanContext): SystemPart {
  const { language } = context.parsed;
  const typescript = language === 'typescript' ? typescriptSyntax(context) : null;
  const own =
    typescript === null
      ? []
      : [finding('typescript-not-yet', typescript.node, { syntax: typescript.syntax })];
  if (!isModule(context))
    return { system: isCommonJs(context) ? 'commonjs' : 'script', language, findings: own };
  const exported = commonJsExports(context);
  if (exported === null) return { system: 'esm', language, findings: own };
  if (typescript !== null) return { system: 'mixed', language, findings: own };
  const name = context.source.slice(...rangeOf(exported));
  return { system: 'mixed', language, findings: [finding('mixed-module-systems', exported, { name })] };
}

function finding(code: Finding['code'], node: t.Node, args: Finding['args']): Finding {
  return makeFinding(code, { range: rangeOf(node), args });
}

/** A file that only the module goal can parse is a module: it imports, exports, awaits or asks for `import.meta`. */
function isModule({ parsed }: ScanContext): boolean {
  return parsed.goal === 'module';
}

function isCommonJs(context: ScanContext): boolean {
  return (
    context.parsed.lastReturn !== null ||
    [...wrapperNames].some((name) => context.scopes.free.has(name)) ||
    nodesOf(context, 'ReturnStatement').some((node) => functionAround(node).type === 'Program') ||
    nodesOf(context, 'ThisExpression').some((node) => ownerOfThis(node).type === 'Program')
  );
}

/** The first `exports` or `module.exports` that is more than a question for its type. */
function commonJsExports({ scopes }: ScanContext): t.Node | null {
  const modules = (scopes.free.get('module') ?? []).map(({ node }) => parentOf(node));
  const members = modules.filter(
    (node) => node?.type === 'MemberExpression' && staticKey(node) === 'exports',
  );
  const names = (scopes.free.get('exports') ?? []).map(({ node }) => node);
  const mentions = [...names, ...members].filter((node) => node !== null && !isTypeof(parentOf(node)));
  return mentions.sort((a, b) => a!.start! - b!.start!)[0] ?? null;
}

function isTypeof(node: t.Node | null): boolean {
  return node?.type === 'UnaryExpression' && node.operator === 'typeof';
}

/** TypeScript's `import x = require()` and `export =`, and plain CommonJS in TypeScript. */
function typescriptSyntax(context: ScanContext): { readonly node: t.Node; readonly syntax: string } | null {
  for (const node of context.parsed.program.body) {
    if (node.type === 'TSExportAssignment') return { node, syntax: 'export =' };
    if (node.type !== 'TSImportEqualsDeclaration' || node.importKind === 'type') continue;
    if (node.moduleReference.type === 'TSExternalModuleReference')
      return { node, syntax: 'import = require()' };
  }
  const exported = commonJsExports(context);
  if (exported !== null) return { node: exported, syntax: context.source.slice(...rangeOf(exported)) };
  const [required] = context.scopes.free.get('require') ?? [];
  return required === undefined ? null : { node: required.node, syntax: 'require' };
}
