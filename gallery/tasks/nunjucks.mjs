import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @type {import('../packages/worker.mjs').Work} */
export default async function render(nunjucks, { site }) {
  writeFileSync(join(site, 'base.njk'), '<{% block b %}base{% endblock %}>');
  writeFileSync(
    join(site, 'page.njk'),
    '{% extends "base.njk" %}{% macro m(x, y=2) %}{{ x }}-{{ y }}{% endmacro %}{% block b %}{{ super() }}{% for i in list %}{{ loop.index }}{{ m(i) | upper }}{% else %}none{% endfor %}{% endblock %}',
  );
  const env = nunjucks.configure(site, { autoescape: true });
  env.addFilter('twice', (text) => text + text);
  env.addFilter('slow', (text, done) => setTimeout(done, 5, null, `${text}…`), true);
  console.log(
    env.render('page.njk', { list: ['a', '<b>'] }),
    nunjucks.renderString('{{ "<" }}{{ x | twice | default(1) }}{% set y = 3 %}{{ y // 2 }}', { x: 'o' }),
  );
  console.log(
    await new Promise((resolve) =>
      env.renderString('{{ "a" | slow }}', {}, (error, text) => resolve([error, text])),
    ),
  );
  try {
    nunjucks.renderString('{% if %}');
  } catch (error) {
    console.log(String(error));
  }
  console.log(Object.keys(nunjucks).sort(), nunjucks.precompileString('a', { name: 'p' }).length);
}
