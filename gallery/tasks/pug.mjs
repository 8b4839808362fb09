import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @type {import('../packages/worker.mjs').Work} */
export default function render(pug, { site }) {
  writeFileSync(join(site, 'layout.pug'), 'html\n  body\n    block content\n');
  writeFileSync(
    join(site, 'page.pug'),
    'extends layout.pug\nmixin row(x)\n  li(class=x)= x\nblock content\n  ul#list\n    each x in xs\n      +row(x)\n    else\n      li none\n  p #[b bold] !{raw}\n',
  );
  console.log(pug.renderFile(join(site, 'page.pug'), { xs: ['a', '<b>'], raw: '<i>', pretty: true }));
  console.log(
    pug.compileClient('p= a', { compileDebug: false }).length,
    pug.compile('if a\n  b yes')({ a: 1 }),
  );
  try {
    pug.compile('p(');
  } catch (error) {
    console.log(Object(error).code, String(error).split('\n')[0]);
  }
  console.log(Object.keys(pug).sort());
}
