// A retry budget: a server that is down gets few retries, and another one has a budget of its own.
import axios from 'axios';
import { attachOutcomes, retryBudget } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { compare } from './compare.js';
import { printTable, requests, wireOf } from './print.js';
import { startServer } from './server.js';

/**
 * @typedef {import('axios-outcome').OutcomeClient<typeof dew>} Client
 * @typedef {import('./server.js').Server} Server
 * @typedef {[...string[], readonly string[]]} Row
 */

/** Enough for two retries. */
const capacity = 28;
/** What a retry after a transient fault costs; a success that needed no retry earns one token. */
const cost = 14;

export async function drainedBudget() {
  const [first, second] = [await startServer(), await startServer()];
  try {
    const retry = { retries: 1, baseDelayMs: 10, budget: retryBudget({ capacity, transientCost: cost }) };
    const client = attachOutcomes(axios.create(), { catalogue: dew, retry });
    /** @type {Row[]} */
    const rows = [['server', 'call', 'wire', 'server saw', 'stopped', ['why']]];
    for (let call = 1; call <= 4; call++) rows.push(await row(client, 'A', first, 503));
    rows.push(await row(client, 'B', second, 503));
    rows.push(await row(client, 'A', first, 200, cost));
    rows.push(await row(client, 'A', first, 503));
    console.log(
      `One client with a budget of ${capacity} tokens per server. A retry costs ${cost}, a success earns 1`,
    );
    console.log('(this client retries once at most):\n');
    printTable(rows);
    console.log();
  } finally {
    await first.stop();
    await second.stop();
  }
}

/**
 * The same call so many times; tells of the last one.
 * @param {Client} client
 * @param {string} name
 * @param {Server} server
 * @param {number} status
 * @param {number} [times]
 * @returns {Promise<Row>}
 */
async function row(client, name, { baseURL, log }, status, times = 1) {
  const path = `/status/${status}`;
  const before = log.length;
  let left = times;
  let told = 0;
  let outcome;
  do {
    outcome = await client.get(path, { baseURL });
    told += outcome.attempts.length;
  } while (--left > 0);
  const arrived = log.length - before;
  compare(`GET ${path} of server ${name}`, told, arrived);
  const call = `GET ${path}${times > 1 ? `, ${times} times` : ''}`;
  const stopped = 'retry' in outcome ? outcome.retry.stopped : '';
  const because = outcome.attempts.at(-1)?.because ?? '';
  return [name, call, wireOf(outcome).join(' '), requests(arrived), stopped, because.split(' ')];
}
