import type { RunValue } from '../../../checker/facts.ts';
import type { FollowedModule } from '../module.ts';
import type { Placed, Within } from './kept.ts';

/**
 * Whether only a call runs it, as far as its module tells: no conversion, no accessor, nothing that is found by going
 * through something.
 */
export function isCalledByName({ module, value }: Placed): boolean {
  if (value.kind !== 'own' && value.kind !== 'required')
    return value.kind === 'unknown' || value.kind === 'parameter';
  const accessors = module.facts.runs.accessors.flatMap(({ values }) => values);
  return !isCalledUnseen(module, value) && !accessors.some((other) => isSame(other, value));
}

export function isCalledUnseen(module: FollowedModule, value: RunValue): boolean {
  return unseenOf(module).some((other) => isSame(other, value));
}

/** What a module has that runs without a call to be seen. */
export function unseenOf({ facts }: FollowedModule): readonly RunValue[] {
  const { convert, iterate } = facts.runs.unseen;
  return [...convert, ...iterate];
}

export function isSame(one: RunValue, other: RunValue): boolean {
  if (one.kind === 'required' && other.kind === 'required')
    return one.require === other.require && String(one.path) === String(other.path);
  return one.kind === 'own' && other.kind === 'own' && one.region === other.region;
}

/** Whether it cannot be followed, or is code outside of the project: such may run what was put where it gets at it. */
export function isOfOthers({ module, value }: Placed): boolean {
  if (value.kind === 'global' || value.kind === 'unknown') return true;
  if (value.kind === 'made') return isOfOthers({ module, value: value.callee, bare: true });
  if (value.kind !== 'required' && value.kind !== 'result') return false;
  return module.targets[value.require]!.kind !== 'module';
}

export function placedIn(
  module: FollowedModule,
  value: RunValue,
  bare: boolean,
  within: Within | undefined,
): readonly Placed[] {
  const outer = value.kind === 'unknown' ? value.outer : undefined;
  if (outer === undefined || outer.region !== within?.region) return [{ module, value, bare }];
  return within.given[outer.index] ?? [];
}

/** A text that is the same for what runs the same. */
export function identityOf({ module, value, bare, plain = false, within }: Placed): string {
  const given = within?.given.map((values) => values.map(identityOf));
  return `${module.id} ${bare} ${plain} ${JSON.stringify(value)} ${within ? JSON.stringify([within.region, given]) : ''}`;
}
