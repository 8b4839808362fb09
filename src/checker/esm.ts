import type * as t from '@babel/types';
import { parentOf } from '../syntax/tree.ts';
import type { ScanContext } from './context.ts';
import { exportedNames } from './esm-exports.ts';
import type { EsmFacts, EsmImport } from './facts.ts';
import { nodesOf, rangeOf } from './nodes.ts';
import { functionAround } from './owner.ts';
import { foldString } from './requires/specifier.ts';

/** The import and export declarations of a file, and its `import()` calls, which CommonJS has as well. */
export function esmFacts(context: ScanContext): EsmFacts {
  const { body } = context.parsed.program;
  return {
    imports: body.flatMap(importOf),
    exports: [...new Set(body.flatMap(exportedNames))],
    stars: body.flatMap((node) =>
      node.type === 'ExportAllDeclaration'
        ? [importFrom(node.source, ['*'], node.exportKind === 'type')]
        : [],
    ),
    hasTopLevelAwait: hasTopLevelAwait(context),
    dynamicImports: dynamicImports(context),
  };
}

function importFrom(source: t.Node, names: readonly string[], typeOnly: boolean): EsmImport {
  return {
    specifier: foldString(source) ?? '',
    argument: rangeOf(source),
    names: [...new Set(names)],
    typeOnly,
  };
}

function importOf(statement: t.Node): readonly EsmImport[] {
  switch (statement.type) {
    case 'ImportDeclaration':
      return [importFrom(statement.source, importedNames(statement), isType(statement.importKind))];
    case 'ExportNamedDeclaration':
      return statement.source
        ? [importFrom(statement.source, reexported(statement), isType(statement.exportKind))]
        : [];
    case 'TSImportEqualsDeclaration':
      return statement.moduleReference.type === 'TSExternalModuleReference'
        ? [importFrom(statement.moduleReference.expression, ['*'], isType(statement.importKind))]
        : [];
    default:
      return [];
  }
}

function isType(kind: string | null | undefined): boolean {
  return kind === 'type' || kind === 'typeof';
}

/** The names that an import declaration takes at run time. */
function importedNames({ specifiers }: t.ImportDeclaration): readonly string[] {
  return specifiers.flatMap((specifier) => {
    if (specifier.type === 'ImportDefaultSpecifier') return ['default'];
    if (specifier.type === 'ImportNamespaceSpecifier') return ['*'];
    return isType(specifier.importKind) ? [] : [nameOf(specifier.imported)];
  });
}

/** The names that `export {...} from` takes out of the other module. */
function reexported({ specifiers }: t.ExportNamedDeclaration): readonly string[] {
  return specifiers.flatMap((specifier) => {
    if (specifier.type === 'ExportNamespaceSpecifier') return ['*'];
    if (specifier.type === 'ExportDefaultSpecifier') return ['default'];
    return isType(specifier.exportKind) ? [] : [nameOf(specifier.local)];
  });
}

function nameOf(name: t.Identifier | t.StringLiteral): string {
  return name.type === 'Identifier' ? name.name : name.value;
}

function dynamicImports(context: ScanContext): readonly EsmImport[] {
  const calls = nodesOf(context, 'Import').map((keyword) => parentOf(keyword) as t.CallExpression);
  const sources = calls.map(({ arguments: [source] }) => source);
  return sources.flatMap((source) =>
    source === undefined || foldString(source) === null ? [] : [importFrom(source, ['*'], false)],
  );
}

/** `await`, `for await` or `await using` outside of every function, where only a module can have one. */
function hasTopLevelAwait(context: ScanContext): boolean {
  if (context.parsed.goal === 'script') return false;
  const awaiting = [
    ...nodesOf(context, 'AwaitExpression'),
    ...nodesOf(context, 'ForOfStatement').filter((loop) => loop.await),
    ...nodesOf(context, 'VariableDeclaration').filter(({ kind }) => kind === 'await using'),
  ];
  return awaiting.some((node) => functionAround(node).type === 'Program');
}
