// What docs/testing.md promises of jest, in its default configuration: CommonJS, no flags, no transforms.
const { createServer } = require('node:http');
const axios = require('axios');
const { attachOutcomes, isOutcome, match, outcomeOf, unwrap, OutcomeError } = require('axios-outcome');
const { dew } = require('axios-outcome/catalogues/dew');
const {
  delayedTask,
  everyOutcome,
  outcomeMatchers,
  sequence,
  virtualClock,
} = require('axios-outcome/testing');

expect.extend(outcomeMatchers);

let clock;
beforeEach(() => {
  clock = virtualClock();
});
afterEach(() => clock.restore());

test('a 503 is retried after its hint, and the outcome matches', async () => {
  const api = sequence([
    { status: 503, retryAfterSeconds: 30 },
    { status: 200, body: { id: 1 } },
  ]);
  const client = attachOutcomes(axios.create({ adapter: api.adapter }));
  const outcome = await clock.run(() => client.get('/keys/1'));
  expect(outcome).toHaveOutcome({ kind: 'success', data: { id: 1 } });
  expect(outcome).toHaveRetried(1);
  expect(match(outcome, { success: ({ data }) => data.id, _: () => 0 })).toBe(1);
  expect(isOutcome(outcome)).toBe(true);
  expect(clock.elapsedMs).toBeGreaterThanOrEqual(30_000);
});

test('plain axios code of the instance is retried too, and outcomeOf tells how', async () => {
  const instance = axios.create({ adapter: sequence([503, 503, 404]).adapter });
  attachOutcomes(instance);
  const error = await clock.run(() => instance.get('/').catch((thrown) => thrown));
  const outcome = await outcomeOf(error);
  expect(outcome.attempts.map(({ status }) => status)).toEqual([503, 503, 404]);
  expect(() => unwrap(outcome)).toThrow(OutcomeError);
});

test('a delayed task is followed, by the part that is loaded when the first one appears', async () => {
  const api = delayedTask('operation-location', { states: ['running', 'done'], result: { pages: 3 } });
  const client = attachOutcomes(axios.create({ adapter: api.adapter, baseURL: 'https://api.example' }));
  const report = await clock.run(async () => client.complete(await client.post('/reports')));
  expect(report).toHaveOutcome({ kind: 'success', data: { pages: 3 } });
});

test.each(everyOutcome(dew, { method: 'POST' }))(
  'a documented answer: $name',
  async ({ adapter, expected }) => {
    const client = attachOutcomes(axios.create({ adapter }), { catalogue: dew });
    expect(await clock.run(() => client.post('/v1.0/p/kms/describe-key', {}))).toHaveOutcome(expected);
  },
);

test("jest's own fake timers do as well", async () => {
  clock.restore();
  jest.useFakeTimers();
  const { adapter } = sequence([{ status: 503, retryAfterSeconds: 20 }, 200]);
  const pending = attachOutcomes(axios.create({ adapter })).get('/');
  await jest.runAllTimersAsync();
  expect(await pending).toHaveRetried(1);
  jest.useRealTimers();
});

test('over real sockets', async () => {
  clock.restore();
  let seen = 0;
  const server = createServer((_, response) => {
    seen += 1;
    response.writeHead(seen === 1 ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ seen }));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const baseURL = `http://127.0.0.1:${server.address().port}`;
  const client = attachOutcomes(axios.create({ baseURL }), { retry: { baseDelayMs: 1 } });
  expect(await client.get('/')).toHaveOutcome({ kind: 'success', data: { seen: 2 } });
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});
