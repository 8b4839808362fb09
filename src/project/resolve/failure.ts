/** Why a specifier leads nowhere; the names are those of Node's error codes in short. */
export type MissingReason =
  /** No such file or package. */
  | 'not-found'
  /** The package has `exports`, and they do not list it. */
  | 'not-exported'
  /** `#name` that the `imports` of the package do not list. */
  | 'not-imported'
  /** A folder, which an ES module cannot import. */
  | 'folder'
  /** A specifier that the module system rejects by its form. */
  | 'invalid-specifier'
  /** A `package.json` that is broken, or whose `exports` or `imports` hold something that Node rejects. */
  | 'invalid-package'
  /** `https:`, `data:` and others that are no file. */
  | 'other-scheme'
  | 'unknown-builtin';

/** Ends a resolution; only thrown inside of this folder. */
export class Unresolved extends Error {
  readonly reason: MissingReason;
  /** Whether the target in the package.json is to blame: then the next one of a list of fallbacks is tried. */
  readonly invalidTarget: boolean;

  constructor(reason: MissingReason, invalidTarget = false) {
    super(reason);
    this.reason = reason;
    this.invalidTarget = invalidTarget;
  }
}
