export default function walk(node) {
  function walk(inner) {
    return inner;
  }
  return walk(node);
}
