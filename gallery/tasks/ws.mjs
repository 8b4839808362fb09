import { createServer } from 'node:http';
import { listen } from '../support/http.mjs';

/** @type {import('../packages/worker.mjs').Work} */
export default async function echo(WebSocket, { names }) {
  const { WebSocketServer } = await names();
  const http = createServer();
  const server = new WebSocketServer({ server: http, perMessageDeflate: true });
  server.on('connection', (socket) => {
    socket.on('message', (data, binary) => socket.send(binary ? data : `echo ${data}`));
  });
  const url = await listen(http);
  const socket = new WebSocket(url.replace('http', 'ws'), ['chat']);
  await new Promise((resolve) => socket.on('open', resolve));
  console.log(socket.protocol, socket.readyState === WebSocket.OPEN, socket.extensions);
  for (const message of ['text', Buffer.from([1, 2]), 'x'.repeat(70_000)]) {
    const answer = new Promise((resolve) =>
      socket.once('message', (data) => resolve(data.length < 20 ? data.toString() : data.length)),
    );
    socket.send(message);
    console.log(await answer);
  }
  const closed = new Promise((resolve) =>
    socket.on('close', (code, reason) => resolve([code, String(reason)])),
  );
  socket.close(4000, 'enough');
  console.log(await closed, Object.keys(WebSocket).sort());
  server.close();
  http.close();
}
