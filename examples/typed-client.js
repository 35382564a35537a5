// The client's own methods resolve to outcomes, typed by the catalogue: an
// undocumented status, or a kind that the API does not have, does not compile.
import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { startServer } from './demo/server.js';

/** @typedef {{ key_info: { key_id: string, key_state: string } }} Key */

const server = await startServer();
const kms = attachOutcomes(axios.create({ baseURL: server.baseURL }), { catalogue: dew });

for (const path of ['/status/200', '/status/202', '/status/404', '/status/501']) {
  const outcome = /** @type {import('axios-outcome').Outcome<typeof dew, Key>} */ (await kms.get(path));
  switch (outcome.kind) {
    case 'success':
      console.log(path, '→ key', outcome.data.key_info.key_id);
      break;
    case 'delayed':
      console.log(path, '→ task', outcome.data);
      break;
    case 'rejected':
      // @ts-expect-error DEW documents no 418, so comparing with it does not compile.
      if (outcome.status === 418) break;
      console.log(path, '→', outcome.status, outcome.problem.code, outcome.problem.message);
      break;
    default:
      console.log(path, '→', outcome.kind, 'and the work:', outcome.effect);
  }
}
await server.stop();
