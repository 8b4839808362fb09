import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName, membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { Range } from '../facts.ts';
import { pathOfGlobal } from '../free-names.ts';
import { rangeOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';
import { isCall } from '../requires/calls.ts';
import { isAsked } from './loader-tables.ts';
import { textsOnLoader } from './loader-texts.ts';
import { isMemberOf, isTypeof } from './require-uses.ts';
import type { FeatureUse } from './use.ts';

/**
 * Where a file lets the loader out of sight, so that whoever gets it may change its tables and methods: `require` as a
 * value, one that `createRequire` makes, `module`, or the class that it is of.
 */
export function loaderHandedOn(scan: ScanContext, uses: readonly FeatureUse[]): Range | null {
  const handles = [
    ...uses.flatMap(({ feature, node, written }) => (feature === 'require' && !written ? [node] : [])),
    ...(scan.scopes.free.get('module') ?? []).map(({ node }) => node),
    ...loadersMade(scan),
  ];
  const handed = handles.find((handle) => isHanded(scan, handle)) ?? textsOnLoader(scan)[0];
  return handed === undefined ? null : rangeOf(handed);
}

/** Whether a file has a loader in another form than `require` and `module`, or evaluates what may see these. */
export function holdsLoader(scan: ScanContext): boolean {
  return loadersMade(scan).length > 0 || textsOnLoader(scan).length > 0;
}

const loadersMade = perScan((scan): readonly t.Node[] => [
  ...callsByName(scan).ofAny(makers),
  ...callsByName(scan).of('getBuiltinModule').filter(mayGiveModule),
  ...membersByKey(scan)
    .ofAny(ofClass)
    .filter((member) => isOfModule(scan, member)),
]);

const makers: ReadonlySet<string> = new Set(['createRequire', 'createRequireFromPath']);

const ofClass: ReadonlySet<string> = new Set(['__proto__', 'constructor']);

function mayGiveModule({ arguments: [name] }: t.CallExpression): boolean {
  return name?.type !== 'StringLiteral' || /^(?:node:)?module$/.test(name.value);
}

/** `module.constructor`, `require.main.__proto__`: that of all modules. */
function isOfModule(scan: ScanContext, { object }: t.MemberExpression): boolean {
  return modules.has(pathOfGlobal(scan, object) ?? '');
}

const modules: ReadonlySet<string> = new Set([
  'module',
  'module.parent',
  'process.mainModule',
  'require.main',
]);

function isHanded(scan: ScanContext, handle: t.Node): boolean {
  const around = parentOf(handle)!;
  if (around.type === 'MemberExpression') return around.object !== handle || staticKey(around) === null;
  if (isTypeof(around) || isAsked(handle, around) || (isCall(around) && around.callee === handle))
    return false;
  return around.type !== 'VariableDeclarator' || !isFollowed(scan, around.id);
}

/** `const load = require`, of which nothing but members is named, or that is called; `const { cache } = require`. */
function isFollowed(scan: ScanContext, id: t.Node): boolean {
  if (id.type === 'ObjectPattern')
    return id.properties.every(
      (property) => property.type === 'ObjectProperty' && property.value.type === 'Identifier',
    );
  const binding = id.type === 'Identifier' ? scan.scopes.referenceOf(id)?.binding : null;
  if (!binding || binding.scope.dynamic || binding.writes.length > 1) return false;
  return binding.references.every(({ node }) => node === id || isPlain(node));
}

function isPlain(name: t.Node): boolean {
  const around = parentOf(name)!;
  if (isMemberOf(around, name)) return staticKey(around) !== null;
  return isTypeof(around) || (isCall(around) && around.callee === name);
}
