// A process of its own, so that neither its heap nor its time is the client's: 202 with a monitor for
// each POST, then 202 until the task is as old as its number says, and 200. It counts what it is asked.
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
