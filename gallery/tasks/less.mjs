/** @type {import('../packages/worker.mjs').Work} */
export default async function compile(less) {
  const source =
    '@c: #f00; .m(@x) when (@x > 1) { w: @x * 2px } a { .m(2); color: darken(@c, 10%); &:hover { b: ~"c" } }\n@media (x) { d { e: percentage(0.5) } }\n';
  console.log(
    (await less.render(source, { sourceMap: {} })).css,
    (await less.render('a{b:c}', { compress: true })).css,
  );
  console.log(
    await less
      .render('a { b: @missing }', { filename: 'x.less' })
      .catch((error) => `${error.type} ${error.message} ${error.line}`),
  );
  console.log(less.version, Object.keys(less).sort().join(' '));
}
