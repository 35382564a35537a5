// The same API behind a proxy of ours, whose 503 means maintenance (never tried
// again) and which has a status of its own; and a catalogue from scratch.
import axios from 'axios';
import { attachOutcomes, defineCatalogue, extendCatalogue } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { startServer } from './demo/server.js';

const proxied = extendCatalogue(dew, {
  name: 'DEW behind our proxy',
  statuses: {
    503: { name: 'Maintenance', kind: 'failed', retry: 'never', source: 'wiki, proxy' },
    520: { name: 'Proxy hiccup', kind: 'unavailable', retry: 'transient', source: 'wiki, proxy' },
  },
});
const tiny = defineCatalogue({
  name: 'Tiny',
  source: 'the README of the tiny API',
  statuses: { 200: { name: 'OK', kind: 'success', retry: 'never', source: 'README, answers' } },
});

const server = await startServer();
const connect = () => axios.create({ baseURL: server.baseURL });
const clients = {
  DEW: attachOutcomes(connect(), { catalogue: dew }),
  proxied: attachOutcomes(connect(), { catalogue: proxied }),
  tiny: attachOutcomes(connect(), { catalogue: tiny, undocumented: 'never' }),
};
for (const [name, client] of Object.entries(clients)) {
  for (const status of [200, 503, 520]) {
    const { kind, attempts } = await client.get(`/status/${status}`);
    console.log(`${name.padEnd(8)} ${status} → ${kind}, ${attempts.length} attempt(s)`);
  }
}
await server.stop();
