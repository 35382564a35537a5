// A server in its own process, so that its memory and its time are not the client's. It answers each POST
// with 202 and a monitor. The monitor answers 202 until the task is as old as its number says, and then
// 200. The server counts the requests.
import { createServer } from 'node:http';

const [shortestMs, longestMs] = process.argv.slice(2).map(Number);
const ends = new Map();
let polls = 0;

const server = createServer((request, response) => {
  const { method, url } = request;
  request.resume();
  if (method === 'POST') {
    const age = shortestMs + ((ends.size * 7919) % (longestMs - shortestMs));
    const monitor = `/tasks/${ends.size}`;
    ends.set(monitor, performance.now() + age);
    response.writeHead(202, { Location: monitor }).end();
    return;
  }
  polls++;
  const isDone = performance.now() >= (ends.get(url) ?? Number.POSITIVE_INFINITY);
  response.writeHead(isDone ? 200 : 202, { 'Content-Type': 'application/json' });
  response.end(isDone ? '{"pages":12}' : '{}');
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('message', () => process.send({ polls, tasks: ends.size }));
