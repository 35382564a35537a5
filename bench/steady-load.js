// An open load: requests start at a steady rate, however long the answers take.
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves to every request's start, in milliseconds of performance.now(), and whether it succeeded. */
export async function sendSteadily(get, { perSecond, forMs }) {
  const begin = performance.now();
  const wanted = Math.round((perSecond * forMs) / 1000);
  const sent = [];
  while (sent.length < wanted) {
    const due = Math.min(wanted, Math.ceil(((performance.now() - begin) * perSecond) / 1000));
    while (sent.length < due) sent.push(send(get, sent.length));
    await sleep(1);
  }
  return Promise.all(sent);
}

async function send(get, number) {
  const startedAt = performance.now();
  const succeeded = await get(`/item/${number}`).then(
    () => true,
    () => false,
  );
  return { startedAt, succeeded };
}
