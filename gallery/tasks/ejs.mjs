import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @type {import('../packages/worker.mjs').Work} */
export default async function render(ejs, { site }) {
  writeFileSync(join(site, 'part.ejs'), '<i><%= name %></i>');
  writeFileSync(
    join(site, 'page.ejs'),
    '<% for (const name of names) { %><%- include("part", { name }) %>\n<% } -%>\nend',
  );
  console.log(await ejs.renderFile(join(site, 'page.ejs'), { names: ['a', '<b>'] }));
  console.log(
    ejs.render('<?= 1 + 1 ?>', {}, { delimiter: '?' }),
    ejs.compile('<%= a %>', { client: true }).toString().length > 100,
  );
  try {
    ejs.render('<% missing() %>');
  } catch (error) {
    console.log(String(error).split('\n').at(-1));
  }
  console.log(Object.keys(ejs).sort(), ejs.escapeXML('<>'), ejs.VERSION);
}
