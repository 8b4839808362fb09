/** @type {import('../packages/worker.mjs').Work} */
export default function parseQueries(qs) {
  console.log(JSON.stringify(qs.parse('a[b][c]=d&e[]=1&e[]=2&f=%20x&g.h=i', { allowDots: true })));
  console.log(
    qs.stringify({ a: { b: [1, 2, { c: null }] }, d: new Date(0), e: undefined }, { encode: false }),
  );
  console.log(
    qs.stringify({ a: 'ü b' }, { format: 'RFC1738', charset: 'iso-8859-1' }),
    Object.keys(qs.formats),
  );
  console.log(qs.parse('a=b;c=d', { delimiter: ';', decoder: (text) => text.toUpperCase() }));
  try {
    qs.parse('a=1', { charset: 'x' });
  } catch (error) {
    console.log(String(error));
  }
}
