/**
 * `require.main === module`, `!module.parent` -> `import.meta.main`, from Node 24.2. Before that, the path that Node was started with
 * is resolved as Node did it (symbolic links, missing extensions, folders) and compared with the path of the file.
 *
 * @see https://nodejs.org/api/esm.html#importmetamain
 */
import type { MainTest } from '../../checker/facts.ts';
import { provideRequire, statement } from '../create-require.ts';
import type { Rewriting } from '../rewriting.ts';
import { pathOfFile } from './paths.ts';

export function writeIsMain(rewriting: Rewriting, { range, negated }: MainTest): void {
  const { decision, edits } = rewriting;
  const isMain = decision.runtime.importMetaMain ? 'import.meta.main' : isMainVariable(rewriting);
  edits.replace(range, negated ? `!${isMain}` : isMain, 'runtime-feature');
}

function isMainVariable(rewriting: Rewriting): string {
  const { names, provided, slots, style } = rewriting;
  const known = [...provided].find((name) => name.startsWith(marker));
  if (known !== undefined) return known.slice(marker.length);
  provideRequire(rewriting);
  const name = names.fresh('isMain');
  provided.add(marker + name);
  const process = names.isTop('process') ? 'globalThis.process' : 'process';
  const { indent, lineEnd } = style;
  const lines = [
    `const ${name} = (() => {`,
    `${indent}try {`,
    `${indent}${indent}${statement(style, `return require.resolve(${process}.argv[1]) === ${pathOfFile(rewriting)}`)}`,
    `${indent}} catch {`,
    `${indent}${indent}${statement(style, 'return false')}`,
    `${indent}}`,
    statement(style, '})()'),
  ];
  slots.addDeclaration(lines.join(lineEnd), 'runtime-feature');
  return name;
}

const marker = 'isMain ';
