/** @type {import('../packages/worker.mjs').Work} */
export default function render(Handlebars) {
  Handlebars.registerHelper('shout', (text) => text.toUpperCase());
  Handlebars.registerPartial('row', '<li>{{shout this}}</li>');
  const template = Handlebars.compile(
    '{{#each list}}{{> row}}{{else}}none{{/each}}{{#if a}}{{{raw}}}{{/if}} {{#with b}}{{c}}{{/with}}',
  );
  console.log(template({ list: ['x', '<y>'], a: 1, raw: '<b>', b: { c: 3 } }), template({}));
  console.log(Handlebars.precompile('{{a}}').slice(0, 120), Handlebars.escapeExpression('<&>'));
  try {
    Handlebars.compile('{{#if}}')({});
  } catch (error) {
    console.log(String(error));
  }
  console.log(
    Handlebars.create() !== Handlebars,
    Handlebars.VERSION,
    Object.keys(Handlebars).sort().join(' '),
  );
}
