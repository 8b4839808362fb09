import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { LoaderFacts, Range } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import { callerRead } from '../strict/caller-reads.ts';
import { cacheUse } from './cache-use.ts';
import { callersRead, preparesStack } from './call-sites.ts';
import { extensionsChange } from './extensions-use.ts';
import { givenLoaderChange } from './given-loader.ts';
import { holdsLoader, loaderHandedOn } from './handed-loader.ts';
import { isMemberOf } from './require-uses.ts';
import { stackTextRead } from './stack-texts.ts';
import type { FeatureUse } from './use.ts';

/** What the file sees of how modules are loaded: of its uses of CommonJS features those that other files matter to. */
export function loaderFacts(scan: ScanContext, uses: readonly FeatureUse[]): LoaderFacts {
  const first = (wanted: (use: FeatureUse) => boolean): Range | null => {
    const use = uses.find(wanted);
    return use === undefined ? null : rangeOf(use.node);
  };
  return {
    readsParent: first(({ feature, key }) => feature === 'module.parent' || key === 'parent'),
    readsMain: first(({ feature, mainTest }) => feature === 'require.main' && !mainTest) ?? mainModule(scan),
    readsCallers: callersRead(scan),
    readsStackText: stackTextRead(scan),
    readsCaller: callerRead(scan),
    preparesStack: preparesStack(scan.source),
    cache: cacheUse(
      scan,
      uses.filter(({ feature }) => feature === 'require.cache'),
    ),
    changesExtensions: extensionsChange(scan, uses),
    handedOn: loaderHandedOn(scan, uses),
    holds: holdsLoader(scan),
    changesGiven: givenLoaderChange(scan),
  };
}

/** `process.mainModule` */
function mainModule(scan: ScanContext): Range | null {
  for (const { node } of scan.scopes.free.get('process') ?? []) {
    const member = parentOf(node)!;
    if (isMemberOf(member, node) && staticKey(member) === 'mainModule') return rangeOf(member);
  }
  return null;
}
