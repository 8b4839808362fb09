import { request } from '../support/http.mjs';

/** @type {import('../packages/worker.mjs').Work} */
export default async function route(Router) {
  const router = Router({ mergeParams: true });
  router.use((_req, res, next) => {
    res.setHeader('x-seen', 'yes');
    next();
  });
  router.get('/a/:b', (req, res) => res.end(JSON.stringify(req.params)));
  router
    .route('/r')
    .post((_req, res) => res.end('posted'))
    .all((_req, res) => res.end('all'));
  const handler = (req, res) => router(req, res, (error) => res.end(String(error ?? 'not found')));
  for (const path of ['/a/x', '/r', '/nowhere', '/a/%zz']) await request(handler, { path });
  await request(handler, { path: '/r', method: 'POST' });
  await request(handler, { path: '/a/x', method: 'OPTIONS' });
}
