import type { RunCall, RunValue } from '../../../checker/facts.ts';
import type { FollowedModule } from '../module.ts';
import { exportedBy, isOwnKey } from './arguments.ts';
import type { Written } from './written.ts';

/** Tells the values that have no functions in them: strings, numbers and the like, and lists of them. */
export class PlainValues {
  readonly #modules: ReadonlyMap<string, FollowedModule>;
  readonly #written: Written;

  constructor(modules: ReadonlyMap<string, FollowedModule>, written: Written) {
    this.#modules = modules;
    this.#written = written;
  }

  isPlain(module: FollowedModule, value: RunValue): boolean {
    if (value.kind !== 'required') return false;
    const target = module.targets[value.require]!;
    return target.kind === 'module' && this.isPrimitive(target.id, value.path);
  }

  /** Whether a module has nothing but strings and the like at the end of a path, which no other one writes to. */
  isPrimitive(id: string, path: readonly string[]): boolean {
    const { exports, runs } = this.#modules.get(id)!.facts;
    const [key, inside = key] = path;
    if (key === undefined || path.length > 2 || !isOwnKey(exports, key)) return false;
    if (!runs.primitives.includes(inside!)) return false;
    return path.every((one) => this.#written.leaves(id, one));
  }

  /**
   * Whether a function that a call hands over is called by nobody but the one that gets it, and with nothing but parts of
   * other arguments that have no functions in them: `each(['on', 'once'], name => …)`.
   *
   * @param isPlain whether the arguments have none
   */
  runsPlainly(module: FollowedModule, call: RunCall, value: RunValue, isPlain: readonly boolean[]): boolean {
    const { given, filled } = call;
    const places = (given ?? []).flatMap((values, index) => (values.includes(value) ? [index] : []));
    const [index] = places;
    if (value.kind !== 'own' || filled || index === undefined || places.length > 1) return false;
    const functions = this.#called(module, call.callee) ?? [];
    return (
      functions.length > 0 &&
      functions.every(({ module: owner, region }) =>
        owner.facts.runs.regions[region]!.calls.every((inner) => isPlainly(inner, region, index, isPlain)),
      )
    );
  }

  /** The functions that a callee is; null where it may be others. */
  #called(
    module: FollowedModule,
    callee: RunValue,
  ): readonly { module: FollowedModule; region: number }[] | null {
    if (callee.kind === 'own') return [{ module, region: callee.region }];
    const target = callee.kind === 'required' ? module.targets[callee.require]! : null;
    if (callee.kind !== 'required' || target?.kind !== 'module' || callee.path.length > 1) return null;
    const provider = this.#modules.get(target.id)!;
    const values = exportedBy(provider, callee.path);
    const found = values.flatMap((value) =>
      value.kind === 'own' ? [{ module: provider, region: value.region }] : [],
    );
    return found.length === values.length ? found : null;
  }
}

/** Whether a call does nothing with a parameter but to call it with parts of those that have no functions in them. */
function isPlainly(
  { callee, given }: RunCall,
  region: number,
  index: number,
  isPlain: readonly boolean[],
): boolean {
  const isIt = (value: RunValue): boolean =>
    value.kind === 'parameter' && value.region === region && value.index === index;
  const values = given?.flat() ?? [];
  if (values.some(isIt)) return false;
  if (!isIt(callee)) return true;
  return (
    given !== null &&
    values.every(
      (value) => value.kind === 'parameter' && value.region === region && isPlain[value.index] === true,
    )
  );
}
