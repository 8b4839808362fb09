// @ts-check
import { variants } from './variants.mjs';

/**
 * A project with each of its scripts in a variant; what is installed stays as it is.
 *
 * @template {import('../combinations/combine.mjs').Project} P
 * @param {P} project
 * @param {string} name of the variant
 * @returns {P}
 */
export function varied(project, name) {
  const vary = variants[name];
  const files = Object.entries(project.files).map(([path, text]) => {
    const isScript = /\.c?js$/.test(path) && !path.startsWith('node_modules/');
    return [path, (isScript ? vary?.(text) : null) ?? text];
  });
  return { ...project, files: Object.fromEntries(files) };
}
