import type { ModuleDecision } from '../../rewrite/decision.ts';
import type { LinkModule, Verdict } from './module.ts';
import { isConverted } from './verdict.ts';

type Views = Pick<ModuleDecision, 'absentNames' | 'snapshotNames' | 'commonJsView'>;

const none: Views = { absentNames: [], snapshotNames: [], commonJsView: 'none' };

/**
 * What a converted module exports besides its shape, so that those who take it as CommonJS, or took CommonJS from it,
 * get what they got.
 *
 * @param required whether CommonJS code of the project still calls `require` for it
 * @param imported names that ES modules of the project import from it
 * @param isOwn whether what it exports surely has a name as its own property
 */
export function viewsOf(
  module: LinkModule,
  { fate, isRestored }: Verdict,
  required: boolean,
  imported: ReadonlySet<string>,
  isOwn: (name: string) => boolean,
): Views {
  // An ES module exports what it says.
  if (!isConverted(fate) || fate === 'esm') return none;
  const { facts, door, reached, namespaceNames } = module;
  const names = new Set([...imported, ...namespaceNames, ...(door?.names ?? [])]);
  names.delete('default');
  names.delete('module.exports');
  const needsObject = fate === 'object';
  if (fate === 'default' || (needsObject && !isRestored)) {
    const commonJsView = required || reached || door !== null ? 'value' : 'none';
    const snapshotNames = [...names].sort().map((name) => ({ name, own: isOwn(name) }));
    return { absentNames: [], snapshotNames, commonJsView };
  }
  const keys = new Set(facts.exports.keys.map(({ key }) => key));
  const absentNames = [...names].filter((name) => !keys.has(name)).sort();
  return {
    absentNames,
    snapshotNames: [],
    commonJsView: door !== null || needsObject ? 'object' : 'none',
  };
}
