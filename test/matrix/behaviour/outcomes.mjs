// One outcome per exchange, by each of the three ways in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closedOrigin, json, serve, silence } from './server.mjs';

export function outcomes(library) {
  const { axios, dew, http, attachOutcomes, outcomeAdapter, outcomeOf } = library;
  const { match, unwrap, explain, isOutcome, isRetryable, OutcomeError } = library;
  const once = { retry: false };

  test('each status has its kind', async (t) => {
    const wanted = { 200: 'success', 204: 'empty', 304: 'unmodified', 404: 'rejected', 429: 'unavailable' };
    for (const [status, kind] of Object.entries(wanted)) {
      const { origin } = await serve(t, json(Number(status), status === '200' ? { id: 1 } : undefined));
      const outcome = await attachOutcomes(axios.create({ baseURL: origin }), once).get('/a');
      assert.equal(outcome.kind, kind);
      assert.equal(outcome.status, Number(status));
      assert.ok(Object.isFrozen(outcome) && isOutcome(structuredClone(outcome)));
    }
  });

  test('an undocumented status is unexpected, a documented code is in the problem', async (t) => {
    const body = { error: { error_code: 'KMS.0205', error_msg: 'bad key id' } };
    const { origin } = await serve(t, json(400, body), json(418, {}));
    const kms = attachOutcomes(axios.create({ baseURL: origin }), { catalogue: dew, ...once });
    const refused = await kms.post('/key', {});
    assert.deepEqual([refused.kind, refused.problem.code], ['rejected', 'KMS.0205']);
    assert.match(explain(refused, { catalogue: dew }), /KMS\.0205/);
    const unknown = await kms.get('/key');
    assert.deepEqual([unknown.kind, unknown.status, unknown.httpStatus], ['unexpected', 'other', 418]);
  });

  test('match, unwrap and isRetryable', async (t) => {
    const { origin } = await serve(t, json(200, { id: 7 }), json(404, {}));
    const client = attachOutcomes(axios.create({ baseURL: origin }), { catalogue: http, ...once });
    const found = await client.get('/a');
    assert.equal(match(found, { success: ({ data }) => data.id, _: () => 0 }), 7);
    assert.deepEqual(unwrap(found), { id: 7 });
    const missing = await client.get('/a');
    assert.throws(() => unwrap(missing), OutcomeError);
    assert.equal(isRetryable(missing), false);
  });

  test('nobody there is unreachable and did nothing; a silent server may have done anything', async (t) => {
    const gone = attachOutcomes(axios.create({ baseURL: await closedOrigin() }), once);
    const refused = await gone.post('/a', {});
    assert.deepEqual([refused.kind, refused.code, refused.effect], ['unreachable', 'ECONNREFUSED', 'none']);
    const { origin } = await serve(t, silence);
    const outcome = await attachOutcomes(axios.create({ baseURL: origin, timeout: 50 }), once).post('/a', {});
    assert.deepEqual([outcome.kind, outcome.effect], ['unreachable', 'unknown']);
  });

  test('an abort is cancelled, at once', async (t) => {
    const { origin } = await serve(t, silence);
    const client = attachOutcomes(axios.create({ baseURL: origin }));
    const outcome = await client.get('/a', { signal: AbortSignal.timeout(30) });
    assert.equal(outcome.kind, 'cancelled');
  });

  test('a schema checks the body', async (t) => {
    const { origin } = await serve(t, json(200, { id: 'one' }));
    const validate = ({ id }) =>
      typeof id === 'number' ? { value: { id } } : { issues: [{ message: 'no number' }] };
    const key = { '~standard': { version: 1, vendor: 'matrix', validate } };
    const client = attachOutcomes(axios.create({ baseURL: origin }));
    const outcome = await client.get('/a', { responses: { 200: key } });
    assert.deepEqual([outcome.kind, outcome.issues[0].message], ['malformed', 'no number']);
  });

  test('the instance goes on as ever, its copy of axios being another one; outcomeOf; detach', async (t) => {
    const { origin } = await serve(t, json(404, {}), json(200, { id: 1 }));
    const instance = axios.create({ baseURL: origin });
    const client = attachOutcomes(instance);
    const error = await instance.get('/a').catch((thrown) => thrown);
    assert.ok(axios.isAxiosError(error));
    assert.equal((await outcomeOf(error)).kind, 'rejected');
    assert.deepEqual((await instance.get('/a')).data, { id: 1 });
    assert.throws(() => attachOutcomes(instance));
    client.detach();
    attachOutcomes(instance).detach();
  });

  test('headers go both ways, whichever copy of axios the instance is of', async (t) => {
    const { origin, seen } = await serve(
      t,
      json(200, { id: 1 }, { 'x-answer': 'yes' }),
      json(404, {}, { 'x-answer': 'no' }),
    );
    const headers = { Authorization: 'Bearer one' };
    for (const instance of [
      axios.create({ baseURL: origin, headers }),
      axios.create({ baseURL: origin, headers, adapter: outcomeAdapter() }),
    ]) {
      seen.length = 0;
      if (typeof instance.defaults.adapter !== 'function') attachOutcomes(instance);
      const response = await instance.post('/a', { a: 1 });
      assert.deepEqual(
        [seen[0].headers.authorization, seen[0].headers['content-type']],
        ['Bearer one', 'application/json'],
      );
      assert.equal(response.headers['x-answer'], 'yes');
      assert.equal(response.config.headers.Authorization, 'Bearer one');
      const error = await instance.get('/a').catch((thrown) => thrown);
      assert.equal(error.response.headers.get('x-answer'), 'no');
      assert.equal(error.config.headers.get('authorization'), 'Bearer one');
    }
  });

  test('outcomeAdapter, for a library that hides its instance', async (t) => {
    const { origin, seen } = await serve(t, json(503, {}), json(200, { id: 1 }));
    const hidden = axios.create({ baseURL: origin, adapter: outcomeAdapter({ retry: { baseDelayMs: 0 } }) });
    assert.equal((await outcomeOf(hidden.get('/a'))).kind, 'success');
    assert.equal(seen.length, 2);
  });
}
