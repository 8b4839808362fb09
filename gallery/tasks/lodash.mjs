/** @type {import('../packages/worker.mjs').Work} */
export default async function transformData(_, { load }) {
  console.log(
    _.chain([3, 1, 2])
      .sortBy()
      .map((n) => n * 2)
      .reverse()
      .value(),
  );
  console.log(
    _.merge({ a: [{ b: 1 }] }, { a: [{ c: 2 }] }),
    _.get({ a: { b: [1] } }, 'a.b[0]'),
    _.kebabCase('someText Here'),
  );
  console.log(
    _.template('<% each(people, p => { %><%- p %>;<% }) %>', { imports: { each: _.each } })({
      people: ['a<', 'b'],
    }),
  );
  console.log(
    _.groupBy(['one', 'two', 'three'], 'length'),
    _.cloneDeep({ d: new Date(0), r: /x/g }),
    _.curry((a, b) => a + b)(1)(2),
  );
  for (const path of [
    'lodash/map.js',
    'lodash/fp.js',
    'lodash/debounce.js',
    'lodash/template.js',
    'lodash/isEqual.js',
    'lodash/fp/compose.js',
  ]) {
    const part = await load(path);
    console.log(path, typeof part, part.length, part.placeholder === undefined);
  }
  const fp = await load('lodash/fp.js');
  console.log(
    fp.flow(
      fp.filter((n) => n > 1),
      fp.map((n) => n * n),
    )([1, 2, 3]),
  );
  const isEqual = await load('lodash/isEqual.js');
  console.log(isEqual({ a: [1, new Map([[1, 2]])] }, { a: [1, new Map([[1, 2]])] }));
}
