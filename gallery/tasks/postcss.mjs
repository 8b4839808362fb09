/** @type {import('../packages/worker.mjs').Work} */
export default async function transform(postcss) {
  const rename = Object.assign(
    () => ({
      postcssPlugin: 'rename',
      Once: (root) =>
        root.walkDecls('color', (declaration) =>
          declaration.replaceWith({ prop: 'colour', value: declaration.value }),
        ),
    }),
    { postcss: true },
  );
  const older = (root) => root.walkRules((rule) => rule.prepend({ prop: 'all', value: 'unset' }));
  const plugins =
    postcss.version === undefined && postcss.plugin !== undefined && Object(postcss().use).length === 1
      ? [older]
      : [older, rename()];
  const source = '/* c */\na { color: red; &:hover { b: c } }\n@media (x) { .y { z: 1 !important } }\n';
  try {
    const result = await postcss(plugins).process(source, {
      from: 'a.css',
      to: 'b.css',
      map: { inline: false },
    });
    console.log(result.css, result.map.toString(), result.warnings().length);
  } catch (error) {
    console.log(String(error));
  }
  const root = postcss.parse(source);
  console.log(
    root.nodes.map(({ type }) => type),
    root.first.text,
    postcss.list.comma('a, b(c, d)'),
    String(postcss.rule({ selector: 'q' })),
  );
  try {
    postcss.parse('a {', { from: 'x.css' });
  } catch (error) {
    console.log(error.name, error.reason, error.line);
  }
  console.log(Object.keys(postcss).sort());
}
