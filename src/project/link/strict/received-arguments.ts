import type { SloppyFacts } from '../../../checker/facts.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule } from '../module.ts';
import { type InstalledModules, loadedWith } from '../order/installed-loads.ts';
import { connectedIn, loadedBy, reach } from '../reachable.ts';

/** A parameter, by a name of its function and its position. */
interface Position {
  /** Null: the function is the whole of what its file exports. */
  readonly key: string | null;
  readonly index: number;
}

/** Of which something is known, and perhaps of all after it, too. */
interface Received extends Position {
  readonly isRest?: true;
}

/** What is handed over for one. */
interface Handed extends Position {
  /** The require whose value the function is, or is a member of; null where it is a member of something else. */
  readonly require: number | null;
  /** It is a method of what calling that gave, whoever made it. */
  readonly result?: true;
}

/** Who gets an argument: a module of the project by its id, or null for a package. */
type Receiver = { readonly id: string | null };

/**
 * Finds functions that may get what a module hands over, by the names that they go by, in modules that it is connected
 * with and in the packages that it requires.
 *
 * @param received the parameters of which something is known
 */
export function receiversIn<Parameter extends Received>(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
  received: (facts: SloppyFacts) => readonly Parameter[],
): (from: LinkModule, handed: Handed, isMeant: (parameter: Parameter) => boolean) => Receiver | null {
  const connected = connectedIn(modules);
  const byKey = new Map<string | null, { id: string; parameter: Parameter }[]>();
  for (const { id, facts } of modules.values())
    for (const parameter of received(facts.sloppy)) addTo(byKey, parameter.key, { id, parameter });

  return (from, handed, isMeant) => {
    const found = byKey
      .get(handed.key)
      ?.find(
        ({ id, parameter }) => isAt(parameter, handed) && isMeant(parameter) && mayGet(id, handed, from),
      );
    if (found !== undefined) return found;
    return isGotByPackage(handed, from, isMeant) ? { id: null } : null;
  };

  function mayGet(id: string, { key, require, result }: Handed, { id: from, targets }: LinkModule): boolean {
    if (require === null || result) return connected(from).has(id);
    const target = targets[require]!;
    if (target.kind !== 'module') return false;
    return key === null ? target.id === id : reach([target.id], loadedAt).has(id);
  }

  function isGotByPackage(
    handed: Handed,
    { targets }: LinkModule,
    isMeant: (parameter: Parameter) => boolean,
  ): boolean {
    const target = handed.require === null ? undefined : targets[handed.require];
    if (target?.kind !== 'external') return false;
    const [file, ...others] = loadedWith(target, modules, installed) ?? [];
    return [file, ...(handed.key === null ? [] : others)].some(
      (module) =>
        module !== undefined &&
        received(module.facts.sloppy).some(
          (parameter) => parameter.key === handed.key && isAt(parameter, handed) && isMeant(parameter),
        ),
    );
  }

  function loadedAt(id: string): readonly string[] {
    return loadedBy(modules.get(id)!);
  }
}

function isAt({ index, isRest }: Received, handed: Position): boolean {
  return index === handed.index || (isRest === true && index < handed.index);
}
