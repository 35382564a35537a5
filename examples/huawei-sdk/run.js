// The official SDK against the demo's server: retries that it lacks, a fresh signature for a late one,
// and the error code of KMS in its exception.
import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core';
import { problem } from '../demo/script.js';
import { startServer } from '../demo/server.js';
import { buildClient } from './client.js';
import { refusal } from './gateway.js';

const credentials = new BasicCredentials({ ak: 'demo-ak', sk: 'demo-sk', projectId: 'demo' });

/** @type {Record<string, import('../demo/script.js').Step[]>} */
const answers = {
  'describe-key': [{ status: 502 }, { status: 503 }, { status: 200 }],
  'list-keys': [{ status: 503, headers: { 'Retry-After': '2' } }, { status: 200 }],
  'create-key': [{ status: 502 }],
  'enable-key': [{ status: 400, body: problem('KMS.0205', 'Invalid key ID') }],
};
/** @type {Map<string, number>} */
const counts = new Map();

const server = await startServer((call) => {
  const name = call.path.split('/').at(-1) ?? '';
  const count = counts.get(name) ?? 0;
  counts.set(name, count + 1);
  return refusal(call, 'demo-sk') ?? answers[name]?.[count];
});
const client = buildClient(server.baseURL, credentials, ({ kind, effect, attempts }) => {
  const wire = attempts.map(({ status, code }) => status ?? code).join(', ');
  console.log(`  onOutcome: ${kind}, effect ${effect}, on the wire ${wire}`);
});

for (const name of Object.keys(answers)) {
  console.log(`POST …/kms/${name}`);
  try {
    const response = await client.sendRequest({
      method: 'POST',
      url: `/v1.0/{project_id}/kms/${name}`,
      pathParams: {},
      queryParams: {},
      headers: {},
      contentType: 'application/json',
      data: { key_id: 'k1' },
    });
    console.log(`  the SDK returns HTTP ${response.httpStatusCode}`);
  } catch (error) {
    const { name: exception, httpStatusCode, errorCode, errorMsg } = /** @type {any} */ (error);
    console.log(`  the SDK throws ${exception}: ${httpStatusCode} ${errorCode}: ${errorMsg}`);
  }
}
await server.stop();
