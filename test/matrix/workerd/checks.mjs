// What has to hold in workerd, where there is fetch and neither node:http nor node:test.
const retry = { baseDelayMs: 1, throttleDelayMs: 1 };
const delayed = { pollIntervalMs: 1, maxPollIntervalMs: 1 };

/** `library`: all that the package exports, DEW's catalogue, and axios. Throws at the first check that fails. */
export async function checks({ axios, dew, attachOutcomes, match, outcomeOf }, origin) {
  const instance = axios.create({ baseURL: origin });
  const client = attachOutcomes(instance, { catalogue: dew, retry, delayed });
  const path = (name) => `/${name}?run=${crypto.randomUUID()}`;
  const all = {
    'a healthy call is a success': async () => {
      const outcome = await client.get(path('fine'));
      return match(outcome, { success: ({ data, attempts }) => [data.id, attempts.length], _: kindOf });
    },
    'a 503 is sent again': async () => {
      const { kind, attempts } = await client.get(path('busy'));
      return [kind, ...attempts.map(({ status }) => status)];
    },
    'an error code is in the problem': async () => {
      const { kind, problem } = await client.get(path('refused'));
      return [kind, problem.code];
    },
    'plain axios code of the instance is told by outcomeOf': async () => {
      const { kind, attempts } = await outcomeOf(instance.get(path('busy')));
      return [kind, attempts.length];
    },
    'a task is followed to its end': async () => {
      const accepted = await client.post(path('task'), {});
      const ended = await client.complete(accepted);
      return [accepted.kind, ended.kind, ended.data?.id];
    },
    'an abort is cancelled': async () => {
      const { kind } = await client.get(path('silence'), { signal: AbortSignal.timeout(30) });
      return [kind];
    },
  };
  const wanted = [
    [1, 1],
    ['success', 503, 200],
    ['rejected', 'KMS.0205'],
    ['success', 2],
  ];
  wanted.push(['delayed', 'success', 1], ['cancelled']);
  for (const [index, [name, check]] of Object.entries(all).entries()) {
    const found = JSON.stringify(await check());
    if (found !== JSON.stringify(wanted[index])) throw new Error(`${name}: ${found}`);
  }
}

function kindOf({ kind, code }) {
  return [kind, code];
}
