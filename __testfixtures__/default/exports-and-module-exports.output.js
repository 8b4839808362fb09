export default function compile(text) {
  return compile.cache[text] || text;
}
compile.cache = { known: 'cached' };
