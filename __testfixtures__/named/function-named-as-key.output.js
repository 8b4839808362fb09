export function walk(tree) {
  return tree && tree.left ? walk(tree.left) + 1 : 0;
}
