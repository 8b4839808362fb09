/** @type {import('../packages/worker.mjs').Work} */
export default function render(MarkdownIt) {
  const markdown = new MarkdownIt({
    html: true,
    linkify: true,
    typographer: true,
    highlight: (code) => code.toUpperCase(),
  });
  console.log(
    markdown.render(
      '# A *b* "c"\n\n1. x\n2. y\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n```js\ncode\n```\nhttp://example.test ~~gone~~ <b>raw</b> &amp;\n',
    ),
  );
  markdown.renderer.rules.em_open = () => '<i>';
  console.log(
    markdown.renderInline('*x* [l](http://a.b "t")'),
    markdown.parse('a\n\nb', {}).map(({ type }) => type),
  );
  console.log(
    MarkdownIt('commonmark').render('"a" -- b'),
    markdown.utils.escapeHtml('<'),
    Object.keys(markdown.utils).sort(),
  );
}
