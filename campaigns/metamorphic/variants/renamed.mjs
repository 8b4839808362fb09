// @ts-check
import { parsed, replaced, traverse } from '../syntax.mjs';

/** Given by Node: a file that declares them says something by it. */
const GIVEN = new Set(['exports', 'module', 'require', '__filename', '__dirname', 'arguments']);
/** What may look at names. */
const DYNAMIC = /\beval\b|\bwith\b|\bFunction\b/;

/**
 * All variables of the file under other names. Not for functions in blocks, whose names sloppy code sees outside.
 *
 * @param {string} source
 */
export function renamed(source) {
  const file = DYNAMIC.test(source) ? null : parsed(source);
  if (file === null || hasFunctionInBlock(file)) return null;
  const { names, shorthands } = namesByPlace(file);
  traverse(file, {
    Scope({ scope }) {
      for (const name of Object.keys(scope.bindings))
        if (!GIVEN.has(name)) scope.rename(name, scope.generateUid(`renamed_${name}`));
    },
  });
  /** @type {Map<number, import('../syntax.mjs').Replacement>} */
  const replacements = new Map();
  traverse(file, {
    Identifier({ node }) {
      const [start, end] = [Number(node.start), Number(node.end)];
      const name = names.get(start);
      if (name === undefined || name === node.name) return;
      replacements.set(start, {
        start,
        end,
        text: shorthands.has(start) ? `${name}: ${node.name}` : node.name,
      });
    },
  });
  return replaced(source, [...replacements.values()]);
}

/** @param {import('../syntax.mjs').Parsed} file */
function namesByPlace(file) {
  /** @type {Map<number, string>} */
  const names = new Map();
  /** @type {Set<number>} where an identifier is both key and value */
  const shorthands = new Set();
  traverse(file, {
    Identifier({ node }) {
      names.set(Number(node.start), node.name);
    },
    ObjectProperty({ node }) {
      if (node.shorthand) shorthands.add(Number(node.start));
    },
  });
  return { names, shorthands };
}

/** @param {import('../syntax.mjs').Parsed} file */
function hasFunctionInBlock(file) {
  let found = false;
  traverse(file, {
    FunctionDeclaration({ parent, parentPath }) {
      found ||= parent.type !== 'Program' && !parentPath.parentPath?.isFunction();
    },
  });
  return found;
}
