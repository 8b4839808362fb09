import type { Manifest } from '../project/packages/manifest.ts';
import type { PlannedFile } from '../project/plan.ts';

/** What else needs a hand when a package becomes ES modules. */
export interface Advice {
  /** The name of the check: a tool, or what it is about. */
  readonly check: string;
  /** `must`: something stops working; `should`: something gets worse; `note`: good to know. */
  readonly level: 'must' | 'should' | 'note';
  /** Where it shows: `package.json scripts.test`, `test/a.js:3`. */
  readonly place: string;
  readonly message: string;
  /** What to do. */
  readonly action: string;
}

/** One tool or hazard. It looks at the package and says what will need a hand; it changes nothing. */
export interface Check {
  readonly name: string;
  run(subject: Subject): Iterable<Omit<Advice, 'check'>>;
}

/** A package, and what a conversion would make of it. All paths are relative to its folder. */
export interface Subject {
  readonly manifest: Manifest;
  /** What the conversion knows of: its sources, and what it edits. */
  readonly planned: readonly PlannedPath[];
  /** Every file of the package, but for what is installed. */
  readonly files: readonly string[];
  /** The text of one of its files; empty where it cannot be read. */
  readonly textOf: (path: string) => string;
  /** The version of a dependency that is installed, else the lowest that its range names; null where it has none. */
  readonly versionOf: (name: string) => string | null;
}

export interface PlannedPath {
  readonly path: string;
  readonly output: string;
  readonly file: PlannedFile;
}

/** Whether a dependency of the package is used, directly or by a script. */
export function uses({ manifest }: Subject, name: string): boolean {
  return manifest.dependencies.has(name);
}

export interface Script {
  readonly place: string;
  readonly command: string;
}

/** The npm scripts in which a command line matches. */
export function scriptsWith({ manifest }: Subject, pattern: RegExp): readonly Script[] {
  return [...manifest.scripts].flatMap(([name, command]) =>
    pattern.test(command) ? [{ place: `package.json scripts.${name}`, command }] : [],
  );
}

/** The first line of each source that matches, as `path:line`. */
export function sourcesWith({ planned, textOf }: Subject, pattern: RegExp): readonly string[] {
  return planned.flatMap(({ path, file }) => {
    if (file.row.kind === 'package') return [];
    const at = textOf(path).search(pattern);
    return at < 0 ? [] : [`${path}:${textOf(path).slice(0, at).split('\n').length}`];
  });
}

/** Whether a version is at least another one, by major and minor. Unknown versions count as new. */
export function isAtLeast(version: string | null, major: number, minor = 0): boolean {
  const [, hasMajor, hasMinor] = /(\d+)(?:\.(\d+))?/.exec(version ?? '') ?? [];
  if (hasMajor === undefined) return true;
  return Number(hasMajor) > major || (Number(hasMajor) === major && Number(hasMinor ?? 0) >= minor);
}

/** `a, b and 3 more` */
export function listed(items: readonly string[], most = 3): string {
  const shown = items.slice(0, most).join(', ');
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}
