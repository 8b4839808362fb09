// An HTTP exchange on the loopback, printed without what changes from run to run.

import { request as ask, createServer } from 'node:http';

/**
 * @typedef {object} Question
 * @property {string} path
 * @property {string} [method]
 * @property {unknown} [json]  sent as the body
 * @property {Record<string, string>} [headers]
 */

/**
 * Sends one request to a handler and prints the answer.
 *
 * @param {import('node:http').RequestListener} handler
 * @param {Question} question
 */
export async function request(handler, question) {
  const server = createServer(handler);
  const url = await listen(server);
  try {
    console.log(await answerOf(url, question));
  } finally {
    server.close();
  }
}

/**
 * @param {import('node:net').Server} server
 * @returns {Promise<string>} where it listens
 */
export async function listen(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}

/**
 * @param {string} url
 * @param {Question} question
 */
function answerOf(url, { path, method = 'GET', json, headers = {} }) {
  const body = json === undefined ? '' : JSON.stringify(json);
  const sent =
    json === undefined
      ? headers
      : { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const exchange = ask(url + path, { method, headers: sent, agent: false }, async (response) => {
      const { date: _, connection: __, ...stable } = response.headers;
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ status: response.statusCode, headers: stable, body: Buffer.concat(chunks).toString('utf8') });
    });
    exchange.on('error', reject);
    exchange.end(body);
  });
}
