import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from '../support/http.mjs';

/** @type {import('../packages/worker.mjs').Work} */
export default async function sendFiles(send, { site }) {
  writeFileSync(join(site, 'page.html'), '<h1>A page</h1>\n');
  const handler = (req, res) => {
    send(req, req.url, { root: site, lastModified: false, etag: false })
      .on('error', (error) => {
        res.statusCode = error.status;
        res.end(error.message);
      })
      .pipe(res);
  };
  await request(handler, { path: '/page.html' });
  await request(handler, { path: '/page.html', headers: { range: 'bytes=4-9' } });
  await request(handler, { path: '/../page.html' });
  console.log(Object.keys(send), send.mime?.lookup?.('a.json'));
}
