/** `__dirname` and `__filename`: properties of `import.meta` where the oldest Node has them, else variables. */
import { builtin, statement } from '../create-require.ts';
import { printImport } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';

/** @returns the expression for the path of the file */
export function pathOfFile(rewriting: Rewriting): string {
  if (rewriting.decision.runtime.importMetaDirname) return 'import.meta.filename';
  declare(rewriting, '__filename', 'url', 'fileURLToPath', () => 'import.meta.url');
  return '__filename';
}

/** @returns the expression for the path of the folder in which the file is */
export function pathOfFolder(rewriting: Rewriting): string {
  if (rewriting.decision.runtime.importMetaDirname) return 'import.meta.dirname';
  declare(rewriting, '__dirname', 'path', 'dirname', () => pathOfFile(rewriting));
  return '__dirname';
}

/** `const __dirname = dirname(__filename);` */
function declare(
  rewriting: Rewriting,
  name: string,
  module: string,
  convert: string,
  from: () => string,
): void {
  const { decision, names, provided, slots, style } = rewriting;
  if (provided.has(name)) return;
  provided.add(name);
  const argument = from();
  const local = names.fresh(convert);
  const source = builtin(module, decision.runtime.nodePrefix);
  slots.addImport(
    printImport(style, { from: source, named: [{ imported: convert, local }] }),
    'runtime-feature',
  );
  slots.addDeclaration(statement(style, `const ${name} = ${local}(${argument})`), 'runtime-feature');
}
