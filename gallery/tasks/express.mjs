import { request } from '../support/http.mjs';

/** @type {import('../packages/worker.mjs').Work} */
export default async function serveRequests(express) {
  const app = express();
  app.use(express.json());
  app.param('id', (req, _res, next, id) => {
    req.number = Number(id);
    next();
  });
  const router = express.Router();
  router.get('/:id', (req, res) => res.json({ id: req.number, query: req.query }));
  router.post('/', (req, res) => res.status(201).type('text').send(`got ${req.body.name}`));
  app.use('/items', router);
  app.get('/fail', () => {
    throw Object.assign(new Error('no tea'), { status: 418 });
  });
  // Express knows an error handler by its four parameters.
  app.use((error, _req, res, _next) => {
    res.status(error.status).json({ error: error.message });
  });

  await request(app, { path: '/items/7?a[b]=c&d=1' });
  await request(app, { path: '/items', method: 'POST', json: { name: 'Ada' } });
  await request(app, { path: '/fail' });
  await request(app, { path: '/nowhere' });
}
