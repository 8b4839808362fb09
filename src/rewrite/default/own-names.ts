import type { ExportsFacts } from '../../checker/facts.ts';

/**
 * Whether the default-exported value surely has a property of its own by this name, unless what makes the value leaves
 * it out. Node gives importers only what is there as an own property (Node.js documentation, "CommonJS namespaces"),
 * while reading or destructuring finds inherited ones, too: `toString`, or a method where an instance is exported.
 */
export function isSurelyOwn(name: string, facts: ExportsFacts): boolean {
  return isWritten(name, facts) || (inheritsOnlyBasics(facts) && !basics.has(name));
}

function isWritten(name: string, { literal, mentions, versions }: ExportsFacts): boolean {
  if (literal?.some(({ key }) => key === name)) return true;
  const last = versions.length - 1;
  return mentions.some(
    ({ version, use }) =>
      version === last &&
      use.kind === 'write' &&
      use.key === name &&
      !use.write.conditional &&
      !use.write.deferred,
  );
}

/** An object or function of the file itself, or what another module exports, which hardly ever inherits anything. */
function inheritsOnlyBasics({ versions, chains }: ExportsFacts): boolean {
  const chain = versions.at(-1)?.chain ?? null;
  if (chain === null) return true;
  return ['object', 'function', 'arrow', 'require'].includes(chains[chain]!.value.kind);
}

const basics: ReadonlySet<string> = new Set(
  [Object.prototype, Function.prototype].flatMap((prototype) => Object.getOwnPropertyNames(prototype)),
);
