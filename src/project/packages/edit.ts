import { applyEdits, type Edit, type Node, parseTree } from 'jsonc-parser';

/**
 * Edits of a package.json that touch nothing but what they change: white space, order of keys, line ends and a byte
 * order mark stay as the author has them.
 */

/** A key or index for each level: `['exports', '.', 'require']`. */
export type Pointer = readonly (string | number)[];

/** Sets `"type"`; a new one goes in front of the entry points, where people look for it. */
export function setType(text: string, type: 'module' | 'commonjs'): string {
  return setTopLevel(text, 'type', type, (keys) => {
    const entry = keys.findIndex((key) => entryFields.has(key));
    return entry < 0 ? keys.findLastIndex((key) => headerFields.has(key)) + 1 : entry;
  });
}

/** Sets `"main"`. */
export function setMain(text: string, main: string): string {
  return setTopLevel(text, 'main', main, (keys) => {
    const after = keys.findLastIndex((key) => headerFields.has(key) || key === 'type');
    return after + 1;
  });
}

/** A package.json for a folder that has none: all that it says is the type. */
export function typeOnly(type: 'module' | 'commonjs'): string {
  return `${JSON.stringify({ type }, null, 2)}\n`;
}

const entryFields = new Set([
  'main',
  'module',
  'browser',
  'exports',
  'imports',
  'bin',
  'types',
  'typings',
  'files',
]);
const headerFields = new Set(['name', 'version', 'private', 'description', 'keywords', 'license', 'author']);

export interface StringChange {
  readonly pointer: Pointer;
  /** Whether the string itself changes, or the key under which it stands. */
  readonly part: 'key' | 'value';
  readonly to: string;
}

/** Replaces strings in place. Pointers that lead to no string are passed over. */
export function replaceStrings(text: string, changes: readonly StringChange[]): string {
  return edited(text, (tree) =>
    changes.flatMap(({ pointer, part, to }) => {
      const value = nodeAt(tree, pointer);
      const node = part === 'value' ? value : value?.parent?.children?.[0];
      return node?.type === 'string' ? [replacement(node, to)] : [];
    }),
  );
}

/** Appends strings to a list that is there. */
export function appendStrings(text: string, pointer: Pointer, items: readonly string[]): string {
  return edited(text, (tree, json) => {
    const list = nodeAt(tree, pointer);
    const last = list?.type === 'array' ? list.children?.at(-1) : undefined;
    if (last === undefined) return [];
    const lead = leadOf(last, json);
    return [insertion(endOf(last), items.map((item) => `,${lead}${JSON.stringify(item)}`).join(''))];
  });
}

/** A property that is made from another one, whose form it takes over. */
export interface NewProperty {
  /** The other one, which comes behind it. */
  readonly before: Pointer;
  readonly key: string;
  /** What becomes of each string in its value. */
  readonly change: (text: string) => string;
}

/** Adds properties in front of the ones that they are made from. Pointers that lead nowhere are passed over. */
export function insertBefore(text: string, added: readonly NewProperty[]): string {
  return edited(text, (tree, json) =>
    added.flatMap(({ before, key, change }) => {
      const model = nodeAt(tree, before)?.parent;
      if (model?.type !== 'property') return [];
      const [name, value] = model.children as [Node, Node];
      const colon = json.slice(endOf(name), value.offset);
      const changes = stringNodes(value).map((node) => replacement(node, change(String(node.value))));
      const content = applyEdits(
        json.slice(value.offset, endOf(value)),
        changes.map((edit) => ({ ...edit, offset: edit.offset - value.offset })),
      );
      return [insertion(model.offset, `${JSON.stringify(key)}${colon}${content},${leadOf(model, json)}`)];
    }),
  );
}

/** The strings in a value, but for the keys of its properties. */
function stringNodes(value: Node): readonly Node[] {
  if (value.type === 'string') return [value];
  const children = value.children ?? [];
  return children.flatMap((child) => stringNodes(child.type === 'property' ? child.children![1]! : child));
}

function setTopLevel(
  text: string,
  key: string,
  value: string,
  place: (keys: readonly string[]) => number,
): string {
  return edited(text, (tree, json) => {
    const known = nodeAt(tree, [key]);
    if (known !== null) return [replacement(known, value)];
    const properties = tree.children ?? [];
    const index = place(properties.map((property) => String(property.children![0]!.value)));
    return [insertProperty(tree, json, index, key, value)];
  });
}

/** A new property looks like its neighbours: on a line of its own where they have one each. */
function insertProperty(object: Node, json: string, index: number, key: string, value: string): Edit {
  const properties = object.children ?? [];
  const text = `${JSON.stringify(key)}${colonOf(properties, json)}${JSON.stringify(value)}`;
  const next = properties[index];
  if (next !== undefined) return insertion(next.offset, `${text},${leadOf(properties[1] ?? next, json)}`);
  const last = properties.at(-1);
  if (last !== undefined) return insertion(endOf(last), `,${leadOf(last, json)}${text}`);
  return { offset: object.offset, length: object.length, content: `{\n  ${text}\n}` };
}

/** White space in front of an item. */
function leadOf(item: Node, json: string): string {
  return /\s*$/.exec(json.slice(0, item.offset))![0];
}

function colonOf(properties: readonly Node[], json: string): string {
  const first = properties[0]?.children;
  if (first?.[1] === undefined) return ': ';
  return json.slice(endOf(first[0]!), first[1].offset);
}

/** Of a key that stands twice the last one counts, as in `JSON.parse`. */
function nodeAt(tree: Node, pointer: Pointer): Node | null {
  let node: Node | undefined = tree;
  for (const step of pointer) {
    const children: readonly Node[] = node?.children ?? [];
    node =
      typeof step === 'number'
        ? children[step]
        : children.findLast((property) => property.children?.[0]?.value === step)?.children?.[1];
  }
  return node ?? null;
}

function replacement(node: Node, value: string): Edit {
  return { offset: node.offset, length: node.length, content: JSON.stringify(value) };
}

function insertion(offset: number, content: string): Edit {
  return { offset, length: 0, content };
}

function endOf(node: Node): number {
  return node.offset + node.length;
}

/** @param edit Gets the tree and the text without its byte order mark. A text that is no object stays as it is. */
function edited(text: string, edit: (tree: Node, json: string) => Edit[]): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const json = text.slice(mark.length);
  const tree = parseTree(json);
  return tree?.type === 'object' ? mark + applyEdits(json, edit(tree, json)) : text;
}
