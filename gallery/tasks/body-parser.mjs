import { request } from '../support/http.mjs';

/** @type {import('../packages/worker.mjs').Work} */
export default async function parseBodies(bodyParser) {
  const parsers = {
    json: bodyParser.json({ limit: 30 }),
    urlencoded: bodyParser.urlencoded({ extended: true }),
    text: bodyParser.text(),
    raw: bodyParser.raw({ type: '*/*' }),
  };
  for (const [name, parse] of Object.entries(parsers)) {
    const handler = (req, res) => {
      parse(req, res, (error) => res.end(`${name} ${error ?? ''} ${JSON.stringify(Object(req).body)}`));
    };
    await request(handler, { path: '/', method: 'POST', json: { a: [1] } });
    await request(handler, { path: '/', method: 'POST', json: { long: 'x'.repeat(40) } });
    await request(handler, { path: '/', method: 'POST', json: 'no object' });
  }
  console.log(Object.keys(bodyParser), parsers.json.name);
}
