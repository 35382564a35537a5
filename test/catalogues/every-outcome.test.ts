import axios from 'axios';
import { describe, expect, it } from 'vitest';
import { azure } from '../../src/catalogues/azure/index.js';
import { ecs } from '../../src/catalogues/ecs/index.js';
import { github } from '../../src/catalogues/github/index.js';
import { openai } from '../../src/catalogues/openai/index.js';
import { stripe } from '../../src/catalogues/stripe/index.js';
import { attachOutcomes, type Catalogue } from '../../src/index.js';
import { everyOutcome, outcomeMatchers } from '../../src/testing/index.js';

expect.extend(outcomeMatchers);

const catalogues: readonly (readonly [string, Catalogue, string])[] = [
  ['azure', azure, '/subscriptions/s'],
  ['ecs', ecs, '/v1/p/cloudservers'],
  ['github', github, '/repos/a/b'],
  ['openai', openai, '/responses'],
  ['stripe', stripe, '/v1/customers'],
];

describe.each(catalogues)('%s', (_, catalogue, path) => {
  it.each(['GET', 'POST'])(
    'every documented answer and every failure, as the test kit plays them to a %s',
    async (method) => {
      for (const { name, adapter, expected } of everyOutcome(catalogue, { method, path })) {
        const instance = axios.create({ adapter, baseURL: 'https://api.example' });
        const client = attachOutcomes(instance, { catalogue, retry: { retries: 0 } });
        const outcome = await client.request({ method, url: path }).catch((thrown: unknown) => thrown);
        expect.soft(outcome, name).toHaveOutcome(expected);
      }
    },
  );
});
