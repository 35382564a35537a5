// The client's own methods resolve to outcomes, typed by the catalogue and by schemas: an
// undocumented status, a misspelt error code, or a field that was not checked does not compile.
import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import * as z from 'zod';
import { startServer } from './demo/server.js';

// A schema makes of a body what the caller wants to have: here a Date of milliseconds in a text.
const milliseconds = z.string().transform((text) => new Date(Number(text)));
const Key = z.object({
  key_info: z.object({ key_id: z.string(), key_alias: z.string(), creation_date: milliseconds }),
});
const Task = z.object({ task_id: z.string() });
const describeKey = '/v1.0/demo/kms/describe-key';

const server = await startServer();
const kms = attachOutcomes(axios.create({ baseURL: server.baseURL }), {
  catalogue: dew,
  responses: { 200: Key, 202: Task },
});

for (const path of [describeKey, '/status/202', '/status/400', '/status/404', '/status/501']) {
  const outcome = await kms.post(path, { key_id: '0d0466b0-e727-4d9c-b35d-f84bb474a37f' });
  switch (outcome.kind) {
    case 'success': {
      const { key_alias, creation_date } = outcome.data.key_info;
      console.log(path, '→ key', key_alias, 'of', creation_date.getUTCFullYear());
      break;
    }
    case 'delayed':
      // A 200 can begin a task too; the body that was promised for it is another.
      if (outcome.status === 202) console.log(path, '→ task', outcome.data.task_id);
      break;
    case 'rejected':
      console.log(path, '→', outcome.status, adviceFor(outcome.problem));
      // @ts-expect-error DEW documents no 418
      if (outcome.status === 418) break;
      break;
    default:
      console.log(path, '→', outcome.kind, 'and the work:', outcome.effect);
  }
}

/** @param {import('axios-outcome').ProblemOf<typeof dew>} problem */
function adviceFor(problem) {
  switch (problem.code) {
    case 'KMS.0207':
      return 'no such key: create one';
    // @ts-expect-error DEW documents no KMS.2070
    case 'KMS.2070':
      return 'never';
    default:
      return `${problem.code}: ${problem.documented?.remedy?.en ?? problem.message}`;
  }
}

// A good answer with another body than was promised is no success. This schema is the call's own.
const wrong = await kms.post(
  describeKey,
  {},
  { responses: { 200: z.object({ keys: z.array(z.string()) }) } },
);
if (wrong.kind === 'malformed') {
  const [issue] = wrong.issues;
  console.log(`${describeKey} → malformed at ${issue?.path?.join('.')}: ${issue?.message}`);
}
await server.stop();
