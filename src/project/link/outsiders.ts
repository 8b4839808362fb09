import { type Finding, makeFinding, WHOLE_FILE } from '../../checker/finding.ts';
import type { LinkFacts } from './link-facts.ts';
import type { LinkModule } from './module.ts';

/**
 * Why code outside of the project could tell named exports from an object with the same keys, as far as it may load the
 * module; null where it could not.
 */
export function toldByOutsiders({ facts, door }: LinkModule): Finding | null {
  if (door === null) return null;
  return changingObject(facts) ?? (door.names === null ? null : hiddenName(facts, door.names));
}

/**
 * Some keys change after loading or may be missing, or a function of the file reads what outsiders may have assigned, be
 * it a key that the file itself never writes.
 */
export function changingObject({ exports: { keys, mentions } }: LinkFacts): Finding | null {
  const key = keys.find(({ presence, reassigned }) => presence === 'maybe' || reassigned);
  if (key !== undefined) {
    const reason = key.presence === 'maybe' ? 'may be missing' : 'changes';
    return finding(mentions[key.writes[0]!]?.range ?? WHOLE_FILE, `\`${key.key}\` ${reason}`);
  }
  const read = mentions.find(({ use, deferred }) => deferred && (use.kind === 'read' || use.kind === 'call'));
  return read ? finding(read.range, 'a function reads what outsiders may assign') : null;
}

/** A key that Node does not find in the text: outsiders would see a namespace with more names. */
function hiddenName({ exports: { keys, mentions } }: LinkFacts, names: ReadonlySet<string>): Finding | null {
  const hidden = keys.find(({ key }) => key !== 'default' && !names.has(key));
  if (hidden === undefined) return null;
  return finding(
    mentions[hidden.writes[0]!]?.range ?? WHOLE_FILE,
    `Node finds no name \`${hidden.key}\` in the original`,
  );
}

function finding(range: Finding['range'], reason: string): Finding {
  return makeFinding('outsiders-see-object', { range, args: { reason } });
}
