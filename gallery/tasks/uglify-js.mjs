/** @type {import('../packages/worker.mjs').Work} */
export default function shrink(uglify) {
  const source =
    'function add(first, second) { if (false) { never(); } return first + second; }\nconsole.log(add(1, 2), "a" + "b");\n';
  const { code, map, error } = uglify.minify(
    { 'in.js': source },
    { sourceMap: true, toplevel: true, mangle: true },
  );
  console.log(
    code,
    map,
    error,
    uglify.minify('a b').error.message,
    uglify.minify(source, { compress: false, output: { beautify: true, comments: 'all' } }).code,
  );
  console.log(Object.keys(uglify).sort(), Object.keys(uglify.default_options?.() ?? {}));
}
