/** What an analyser says about one identifier, in a form in which two analysers can be compared. */
export interface Outcome {
  readonly name: string;
  readonly reads: boolean;
  readonly writes: boolean;
  /** `null` where the name is free. */
  readonly target: Target | null;
}

export interface Target {
  /** The scope that holds the variable: its kind and where its node begins and ends. */
  readonly scope: string;
  /** Where the variable is declared, in source order. */
  readonly declarations: readonly number[];
}

/** By the offset of the identifier. */
export type Outcomes = ReadonlyMap<number, Outcome>;

/** Adds what one reference says; an initialised pattern with a default writes the same identifier twice. */
export function addOutcome(outcomes: Map<number, Outcome>, offset: number, outcome: Outcome): void {
  const before = outcomes.get(offset);
  outcomes.set(offset, {
    ...outcome,
    reads: outcome.reads || (before?.reads ?? false),
    writes: outcome.writes || (before?.writes ?? false),
  });
}
