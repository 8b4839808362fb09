import { request } from '../support/http.mjs';

/** @type {import('../packages/worker.mjs').Work} */
export default async function serve(Koa) {
  const app = new Koa({ keys: ['secret'] });
  app.silent = true;
  app.use(async (context, next) => {
    context.set('x-before', 'yes');
    await next();
    context.set('x-length', String(context.response.length ?? 0));
  });
  app.use((context) => {
    if (context.path === '/fail') context.throw(422, 'no good');
    if (context.path === '/cookie') context.cookies.set('a', 'b', { signed: true });
    context.body = { path: context.path, query: context.query, accepts: context.accepts('html', 'json') };
  });
  for (const path of ['/x?a=1', '/fail', '/cookie']) {
    await request(app.callback(), { path, headers: { accept: 'application/json' } });
  }
  console.log(app.toJSON(), Object.keys(Koa), typeof Koa.HttpError);
}
