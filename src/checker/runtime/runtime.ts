import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { placesOf } from '../exports/places.ts';
import type { LoaderFacts, RuntimeUse } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { rangeOf } from '../nodes.ts';
import { truthOf } from '../timeline/truth.ts';
import { seesCache } from './cache-looks.ts';
import { findingOf } from './findings.ts';
import { functionTextFindings } from './function-text.ts';
import { loaderFacts } from './loader.ts';
import { moduleUses } from './module-uses.ts';
import { redeclaredPathFindings } from './redeclared-paths.ts';
import { requireUses } from './require-uses.ts';
import { tickOrderFindings } from './tick-order.ts';
import { topLevelUses } from './top-level-uses.ts';
import type { FeatureUse } from './use.ts';

export interface RuntimeFacts {
  /** In source order. */
  readonly runtime: readonly RuntimeUse[];
  readonly loader: LoaderFacts;
  readonly findings: readonly Finding[];
}

/** Finds every use of what only CommonJS gives, names that the file declares itself excluded. */
export function runtimeFacts(scan: ScanContext): RuntimeFacts {
  const uses = [...requireUses(scan), ...moduleUses(scan), ...topLevelUses(scan)];
  uses.sort((a, b) => a.node.start! - b.node.start!);
  const places = placesOf(scan);
  const told = seesCache(scan, uses) ? uses : uses.filter(({ feature }) => feature !== 'require.cache');
  return {
    runtime: uses.map((use) => ({ ...toFact(use, places.of(use.node).deferred), ...comparison(scan, use) })),
    loader: loaderFacts(scan, uses),
    findings: [
      ...told.flatMap((use) => findingOf(use) ?? []),
      ...redeclaredPathFindings(scan),
      ...functionTextFindings(scan),
      ...tickOrderFindings(scan),
    ],
  };
}

function toFact({ feature, node, mainTest, written, shorthand }: FeatureUse, deferred: boolean): RuntimeUse {
  return {
    feature,
    range: rangeOf(node),
    mainTest: mainTest ?? null,
    written: written ?? false,
    deferred,
    shorthand: shorthand ?? false,
  };
}

/** `typeof require === 'function'` is replaced as a whole. */
function comparison(
  scan: ScanContext,
  { feature, node }: FeatureUse,
): Pick<RuntimeUse, 'range' | 'holds'> | null {
  const test = feature === 'typeof require' || feature === 'typeof module' ? parentOf(node) : null;
  const holds = test?.type === 'BinaryExpression' ? truthOf(scan, test) : null;
  return test === null || holds === null ? null : { range: rangeOf(test), holds };
}
