// axios keeps the first `Request` that its fetch adapter finds, for as long as the process lives.
// While msw listens, that is msw's `Request`, which fails after msw has stopped. So axios finds Node's first.
// axios keeps a `Request` for each fetch it is given: its own one, and the two that the library gives it.
import axios from 'axios';
import { attachOutcomes } from '../src/index.js';

// Test files that share a process run this file again.
const done = Symbol.for('axios-outcome: axios has found the Request of Node');
if (!(done in globalThis)) {
  Object.assign(globalThis, { [done]: true });
  await axios.get('data:,', { adapter: 'fetch' });
  const client = attachOutcomes(axios.create({ adapter: 'fetch' }));
  await client.get('data:,');
  await client.get('data:,', { responseType: 'stream' });
}
