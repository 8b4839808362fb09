import type { Finding } from '../../checker/finding.ts';
import { cyclesOf, judgeCycle, judgeLeadingBack } from './cycles/cycle-verdict.ts';
import { foundOnce } from './found-once.ts';
import { becomesModule, isPlainScript, judgeProviders } from './importers.ts';
import type { Loading } from './late/late-loads.ts';
import { judgeScheduling } from './late/scheduling.ts';
import type { Linked } from './linked.ts';
import { takenAsTexts } from './loader/function-texts.ts';
import { importedAskers, judgeParents } from './loader/parents.ts';
import type { LinkModule, Verdict } from './module.ts';
import type { Ordering } from './order/ordering.ts';
import { triedAgain } from './order/tried-again.ts';
import { providersOf } from './re-export.ts';
import { judgeRelays } from './relays.ts';
import { writersToFrozen } from './strict/frozen.ts';
import { judgeSloppiness } from './strict/sloppy.ts';
import { ownVerdict, refuseLateRequires } from './verdict.ts';

/**
 * Linking: the facts of all modules in, one verdict for each out.
 *
 * A verdict can only get worse (named -> object -> stay), and what one module's verdict does to another's is found by
 * going round until nothing changes; so the result does not depend on the order of the modules.
 */

export interface LinkOptions {
  /** `refuse`: a file with a require that runs late and cannot be hoisted stays CommonJS. */
  readonly lazy: 'hoist' | 'keep' | 'refuse';
  /** Modules that could not be converted for a fault of ours, and what it was: they stay. */
  readonly faults: ReadonlyMap<string, Finding>;
  /** Scripts that export nothing, but an object for outsiders. */
  readonly opened: ReadonlySet<string>;
  readonly loading: Loading;
  readonly ordering: Ordering;
}

/** What holds of modules in each round of linking. */
const whateverBecomesOf = foundOnce((modules: ReadonlyMap<string, LinkModule>) => ({
  cycles: cyclesOf(modules),
  frozen: writersToFrozen(modules),
  texts: takenAsTexts(modules),
  tried: triedAgain(modules),
  askers: importedAskers(modules),
}));

export function link(
  modules: ReadonlyMap<string, LinkModule>,
  { lazy, faults, opened, loading, ordering }: LinkOptions,
): Linked {
  const {
    keptInOrder,
    noticeable,
    momentary,
    copied,
    loader,
    staysCall,
    onlyByCall,
    plainly,
    onPrimitives,
    silenced,
  } = ordering;
  const { cycles, frozen, texts, tried, askers } = whateverBecomesOf(modules);
  const stays = new Map([
    ...copied.stays,
    ...frozen,
    ...texts,
    ...ordering.stays,
    ...tried,
    ...askers,
    ...loader.stays,
  ]);
  const verdicts = new Map<string, Verdict>();
  for (const module of modules.values()) {
    const verdict = ownVerdict(module, ordering.passesOn);
    if (lazy === 'refuse') refuseLateRequires(module, verdict, noticeable);
    if ((module.reached || module.door?.written) && verdict.fate === 'named') verdict.fate = 'object';
    if (opened.has(module.id) && isPlainScript(module, verdict.fate)) verdict.fate = 'none';
    const changes = becomesModule(module, verdict.fate);
    const ownFault = verdict.fate === 'asis' ? undefined : faults.get(module.id);
    const fault = ownFault ?? (changes ? stays.get(module.id) : undefined);
    if (fault !== undefined) Object.assign(verdict, { fate: 'stay', findings: [...verdict.findings, fault] });
    verdicts.set(module.id, verdict);
  }
  judgeScheduling(modules, loading.started, verdicts);
  const providers = providersOf(
    modules,
    verdicts,
    (module, require) =>
      !keptInOrder.get(module.id)!.has(require) &&
      !staysCall(module.facts.requires[require]!, module.targets[require]!),
  );
  let changed = true;
  while (changed) {
    changed = false;
    for (const module of modules.values()) {
      changed = judgeProviders(module, providers, verdicts) || changed;
      changed = judgeSloppiness(module, providers, verdicts) || changed;
    }
    changed = judgeLeadingBack(loading, verdicts) || changed;
    changed = judgeRelays(modules, verdicts) || changed;
    changed = judgeParents(modules, verdicts) || changed;
    for (const cycle of cycles) changed = judgeCycle(cycle, modules, verdicts, ordering, loading) || changed;
  }
  return {
    modules,
    verdicts,
    keptInOrder,
    noticeable,
    momentary,
    staysCall,
    onlyByCall,
    plainly,
    onPrimitives,
    silenced,
    providers,
    loading,
  };
}
