/** Exit statuses, as scripts and CI rely on them. */
export const EXIT = {
  /** Done; refusals alone are no failure. */
  done: 0,
  /** `check` or `--strict` found refusals or errors. */
  found: 1,
  /** Wrong usage, a guard, the environment, or a bug of ours. */
  unable: 2,
  interrupted: 130,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
