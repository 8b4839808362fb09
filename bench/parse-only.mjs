import { readFileSync } from 'node:fs';
import { parse } from '@babel/parser';

/**
 * The limit: reads each file of a list once and parses it once, and does nothing else. A file that is no script is
 * parsed as a module, as any tool would have to.
 */
const [list = ''] = process.argv.slice(2);
for (const path of JSON.parse(readFileSync(list, 'utf8'))) {
  const source = readFileSync(path, 'utf8');
  if (!parsed(source, 'script')) parsed(source, 'module');
}

/**
 * @param {string} source
 * @param {'script' | 'module'} sourceType
 */
function parsed(source, sourceType) {
  try {
    parse(source, { sourceType, allowReturnOutsideFunction: true, plugins: ['jsx'] });
    return true;
  } catch {
    return false;
  }
}
