export function here() {
  return [import.meta.dirname, import.meta.filename];
}
