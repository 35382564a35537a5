// After an outage: how soon requests succeed again, and how many requests the server got until then.

import { installSitePackages } from '../scripts/site-packages.js';
import { judge } from './gate.js';
import { retriers, terms } from './retriers.js';
import { fails } from './seeded.js';
import { sendSteadily } from './steady-load.js';
import { row } from './table.js';
import { withServer } from './unreliable-server.js';

const perSecond = 300;
const upMs = 200;
const downMs = 2500;
const backMs = 1000;
const goodput = { windowMs: 100, share: 0.95 };
const targets = { perGet: 1.05, backAfterMs: 100 };
const ailingSeeds = [1, 2, 3];
const contestants = retriers.filter(({ name }) => name !== 'axios-outcome, 3 retries');

export async function recovery() {
  console.log(
    `Recovery: ${perSecond} GETs per second, all answered with 503 for ${downMs} ms, then all with 200`,
  );
  console.log(terms);
  console.log('  per GET: requests that the server bore during the outage, per GET begun in it');
  console.log(`  back: from its end to the first ${goodput.windowMs} ms of which 95 % of the GETs succeed`);
  console.log('  ailing: where 1000 ms of 503 are followed by 10 % random 503, how many of the GETs');
  console.log(`    of the next second succeed, over seeds ${ailingSeeds[0]} to ${ailingSeeds.at(-1)}`);
  console.log(row('contestant', 'per GET', 'target', 'back', 'target', 'ailing'));
  const loads = [];
  for (const retrier of contestants) {
    const well = await measure(retrier, downMs, () => 200);
    report(retrier.name, well, await succeedWhileAiling(retrier));
    loads.push({ name: retrier.name, arrivals: well.arrivals });
  }
  await draw(loads);
}

/** The picture of the guides. Only the site needs the library that draws it. */
async function draw(loads) {
  installSitePackages();
  const { drawOutageLoad } = await import('../docs/plots/outage-load.js');
  const downUntilMs = upMs + downMs;
  drawOutageLoad(loads, { downFromMs: upMs, downUntilMs, untilMs: downUntilMs + backMs });
  console.log('  drawn: docs/plots/outage-load.svg');
}

function report(name, { borne, during, after, backAt }, ailing) {
  const perGet = borne / during.length;
  const backAfterMs = timeToGoodput(after, backAt);
  const judgedHere = name === 'axios-outcome';
  const line = row(
    name,
    perGet.toFixed(3),
    judgedHere ? String(targets.perGet) : '',
    backAfterMs === undefined ? 'never' : `${backAfterMs} ms`,
    judgedHere ? `${targets.backAfterMs} ms` : '',
    `${(100 * ailing).toFixed(1)} %`,
  );
  if (!judgedHere) return console.log(line);
  const bearable = perGet <= targets.perGet;
  const soon = backAfterMs <= targets.backAfterMs;
  // Counts have no noise. The time has a noise of one window, since a late timer moves the start of a window.
  const late = backAfterMs === undefined || backAfterMs > targets.backAfterMs + goodput.windowMs;
  console.log(judge('Recovery', line, bearable && soon, !bearable || late));
}

/** The cost of a budget that the outage has used up: failures after the outage need retries again. */
async function succeedWhileAiling(retrier) {
  const after = [];
  for (const seed of ailingSeeds) {
    const statusOf = (path, attempt) => (fails(0.1, `${seed} ${path} ${attempt}`) ? 503 : 200);
    after.push(...(await measure(retrier, 1000, statusOf)).after);
  }
  return shareOf(after);
}

async function measure(retrier, downMs, statusAfterwards) {
  let begin;
  let borne = 0;
  const arrivals = [];
  const statusOf = (path, attempt) => {
    const elapsed = performance.now() - begin;
    arrivals.push(elapsed);
    if (elapsed < upMs) return 200;
    if (elapsed >= upMs + downMs) return statusAfterwards(path, attempt);
    borne++;
    return 503;
  };
  const { sent } = await withServer(retrier, statusOf, async (get) => {
    begin = performance.now();
    return { sent: await sendSteadily(get, { perSecond, forMs: upMs + downMs + backMs }) };
  });
  const backAt = begin + upMs + downMs;
  const during = sent.filter(({ startedAt }) => startedAt >= begin + upMs && startedAt < backAt);
  const after = sent.filter(({ startedAt }) => startedAt >= backAt);
  return { borne, during, after, backAt, arrivals };
}

/** Undefined if no window was good. */
function timeToGoodput(after, backAt) {
  const starts = [backAt, ...after.map(({ startedAt }) => startedAt)];
  const good = starts.find((from) => {
    const begun = after.filter(({ startedAt }) => startedAt >= from && startedAt < from + goodput.windowMs);
    return begun.length > 0 && shareOf(begun) >= goodput.share;
  });
  return good === undefined ? undefined : Math.round(good - backAt);
}

function shareOf(requests) {
  return requests.filter(({ succeeded }) => succeeded).length / requests.length;
}
