// docs/diagnostics.md, made from the table of diagnostics.

/**
 * @typedef {import('../src/checker/diagnostics/explain.ts').Explanation} Explanation
 * @typedef {import('../src/checker/diagnostics/entry.ts').ExampleFile} ExampleFile
 */

/**
 * @param {{
 *   groups: readonly { title: string, codes: readonly string[] }[],
 *   explain: (code: string) => Explanation | null,
 *   describeFile: (file: ExampleFile) => string,
 * }} table
 */
export function diagnosticsPage({ groups, explain, describeFile }) {
  const filled = groups
    .map(({ title, codes }) => ({ title, entries: codes.flatMap((code) => explain(code) ?? []) }))
    .filter(({ entries }) => entries.length > 0);
  const contents = filled.map(
    ({ title, entries }) => `### ${title}\n\n${entries.map(contentsLine).join('\n')}`,
  );
  const sections = filled.flatMap(({ entries }) => entries.map((entry) => section(entry, describeFile)));
  return `${[INTRODUCTION, ...contents, '---', ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `<!-- Made by \`npm run docs\` from src/checker/diagnostics/; do not edit. -->

# Diagnostics

What esmshift says about a file, by code. \`esmshift explain CODE\` prints the same. A **refusal** keeps a file CommonJS
(and working); an **error** is a file that could not be read or parsed; a **warning** or **note** keeps nothing
back. In the messages, \`{name}\` stands for a name of the case at hand. Each example is run by the tests:
the naive conversion shown with it does not behave like the original.`;

/** @param {Explanation} entry */
function contentsLine({ code, title }) {
  return `- [\`${code}\`](#${code}): ${title}`;
}

/**
 * @param {Explanation} entry
 * @param {(file: ExampleFile) => string} describeFile
 */
function section({ code, severity, title, message, help, explanation, example }, describeFile) {
  const parts = [
    `## ${code}`,
    `**${title}** (${severity})`,
    explanation,
    `> ${message}`,
    `What to do: ${help}`,
  ];
  if (example) parts.push(...files(example.files, describeFile));
  if (example?.naive) parts.push('Converted without a thought:', ...files(example.naive, describeFile));
  return parts.join('\n\n');
}

/**
 * @param {Readonly<Record<string, ExampleFile>>} all
 * @param {(file: ExampleFile) => string} describeFile
 */
function files(all, describeFile) {
  return Object.entries(all).map(([path, file]) => {
    if (typeof file !== 'string') return `\`${path}\`: ${describeFile(file)}`;
    return `\`\`\`js\n// ${path}\n${file.trimEnd()}\n\`\`\``;
  });
}
