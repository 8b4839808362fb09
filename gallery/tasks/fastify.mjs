/** @type {import('../packages/worker.mjs').Work} */
export default async function injectRequests(fastify) {
  const app = fastify({ logger: false, genReqId: () => 'request' });
  app.decorate('answer', 42);
  app.addHook('onRequest', async (request) => {
    request.seen = true;
  });
  app.register(
    async (inner) => {
      inner.get(
        '/answer/:id',
        { schema: { params: { type: 'object', properties: { id: { type: 'integer' } } } } },
        async (request) => ({
          id: request.params.id,
          answer: inner.answer,
          seen: request.seen,
        }),
      );
    },
    { prefix: '/api' },
  );
  app.post(
    '/echo',
    { schema: { response: { 200: { type: 'object', properties: { a: { type: 'string' } } } } } },
    async (request) => request.body,
  );
  app.setErrorHandler((error, _request, reply) =>
    reply.status(error.statusCode ?? 500).send({ code: error.code, message: error.message }),
  );
  for (const request of [
    { url: '/api/answer/7' },
    { url: '/api/answer/x' },
    { url: '/echo', method: 'POST', payload: { a: 1, b: 2 } },
    { url: '/echo', method: 'POST', payload: '{', headers: { 'content-type': 'application/json' } },
    { url: '/nothing' },
  ]) {
    const { statusCode, body, headers } = await app.inject(request);
    console.log(statusCode, body, headers['content-type']);
  }
  console.log(app.printRoutes(), Object.keys(fastify), app.version);
  await app.close();
}
