// @ts-check
/**
 * @typedef {import('@stryker-mutator/api/core').Mutant} Mutant
 * @typedef {import('./prepared.mjs').Verdict} Verdict
 */

/**
 * One line for a mutant: where it stands, and what it puts there.
 *
 * @param {Mutant} mutant
 * @param {Verdict} verdict
 */
export function tellOf({ id, fileName, location, mutatorName, replacement }, { status }) {
  const place = `${fileName}:${location.start.line + 1}:${location.start.column + 1}`;
  return `${status} #${id} ${place} ${mutatorName}: ${String(replacement).replace(/\s+/g, ' ').slice(0, 120)}`;
}

const areas = ['src/checker', 'src/project/link', 'src/rewrite'];

/**
 * @param {readonly { mutant: Mutant, verdict: Verdict }[]} judged
 * @returns {{ text: string, share: number }} a table in Markdown, and which share was killed
 */
export function tableOf(judged) {
  const row = (/** @type {string} */ name, /** @type {typeof judged} */ own) => {
    const count = (/** @type {Verdict['status']} */ status) =>
      own.filter(({ verdict }) => verdict.status === status).length;
    const killed = count('killed') + count('timeout');
    const percent = own.length === 0 ? '' : `${((100 * killed) / own.length).toFixed(1)} %`;
    return {
      killed,
      line: `| ${[name, own.length, count('killed'), count('timeout'), count('survived'), count('unreached'), percent].join(' | ')} |`,
    };
  };
  const all = row('all', judged);
  const lines = areas.map(
    (area) =>
      row(
        `\`${area}\``,
        judged.filter(({ mutant }) => mutant.fileName.startsWith(area)),
      ).line,
  );
  const head = [
    '| mutants in | drawn | a test fails | never ends | survive | reached by no test | killed |',
    '|---|--:|--:|--:|--:|--:|--:|',
  ];
  return { text: [...head, ...lines, all.line].join('\n'), share: all.killed / Math.max(1, judged.length) };
}
