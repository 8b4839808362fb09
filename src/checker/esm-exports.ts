import type * as t from '@babel/types';
import { patternIdentifiers } from './pattern-identifiers.ts';

/** The names that a statement exports at run time; none for `export *`, whose names the other module knows. */
export function exportedNames(statement: t.Node): readonly string[] {
  if (statement.type === 'ExportDefaultDeclaration') return ['default'];
  if (statement.type !== 'ExportNamedDeclaration' || statement.exportKind === 'type') return [];
  return [
    ...(statement.declaration ? declaredNames(statement.declaration) : []),
    ...statement.specifiers.flatMap((specifier) => {
      if (specifier.type === 'ExportSpecifier' && specifier.exportKind === 'type') return [];
      const { exported } = specifier;
      return [exported.type === 'Identifier' ? exported.name : exported.value];
    }),
  ];
}

function declaredNames(declaration: t.Declaration): readonly string[] {
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => patternIdentifiers(id)).map(({ name }) => name);
  if (!runtimeDeclarations.has(declaration.type) || !('id' in declaration)) return [];
  return declaration.id?.type === 'Identifier' ? [declaration.id.name] : [];
}

/** Declarations that leave something at run time; types do not. */
const runtimeDeclarations: ReadonlySet<t.Node['type']> = new Set<t.Node['type']>([
  'ClassDeclaration',
  'EnumDeclaration',
  'FunctionDeclaration',
  'TSEnumDeclaration',
  'TSModuleDeclaration',
]);
