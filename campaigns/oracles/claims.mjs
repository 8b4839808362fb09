// @ts-check
/**
 * What our facts say of the exports of a file: names that are there when it has been loaded, and names that may be.
 *
 * @typedef {import('../../src/checker/facts.ts').ModuleFacts} ModuleFacts
 *
 * @typedef {object} Claims
 * @property {ReadonlySet<string>} sure
 * @property {ReadonlySet<string>} possible
 * @property {boolean} complete there are no others
 *
 * @param {ModuleFacts} facts
 * @returns {Claims | null} null where they say nothing: the exports are ambiguous
 */
export function claimsOf({ exports }) {
  const { shape, keys, literal, versions, chains, mentions } = exports;
  if (shape === 'ambiguous') return null;
  if (shape !== 'default') {
    const sure = keys.filter(({ presence }) => presence === 'always');
    return { sure: namesOf(sure), possible: namesOf(keys), complete: true };
  }
  const last = versions.length - 1;
  const written = mentions.flatMap(({ version, use }) =>
    version === last && use.kind === 'write'
      ? [{ key: use.key, isSure: !use.write.deferred && !use.write.conditional }]
      : [],
  );
  // A variable that holds the object as well may get it more keys.
  const chain = chains[versions.at(-1)?.chain ?? -1];
  const isAlone = chain?.declarator === null && chain.targets.length === 1 && mentions.every(isFollowed);
  const own = (literal ?? []).map(({ key }) => ({ key, isSure: true }));
  const all = [...own, ...written];
  return {
    sure: namesOf(all.filter(({ isSure }) => isSure)),
    possible: namesOf(all),
    complete: literal !== null && isAlone,
  };
}

/** @param {ModuleFacts['exports']['mentions'][number]} mention */
function isFollowed({ use }) {
  return use.kind !== 'escape' && use.kind !== 'argument';
}

/** @param {readonly { key: string }[]} keys */
function namesOf(keys) {
  return new Set(keys.map(({ key }) => key));
}
