// Every door of the package opens by import and by require, onto copies of the same things.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import axios from 'axios';

const require = createRequire(import.meta.url);
const { exports } = require('axios-outcome/package.json');

// Deno reads literal names ahead, and takes the first of two ways into a package for both.
const importOf = (path) => import(`axios-outcome${path.slice(1)}`);
const requireOf = (path) => require(`axios-outcome${path.slice(1)}`);

export function doors() {
  for (const path of Object.keys(exports).filter((door) => !door.endsWith('.json'))) {
    test(`axios-outcome${path.slice(1)} opens both ways`, async () => {
      const imported = kindsOf(await importOf(path));
      assert.deepEqual(kindsOf(requireOf(path)), imported);
      assert.ok(imported.length > 0 || path === './augment');
    });
  }

  test('a copy knows what the other one attached, sent and threw', async () => {
    const [one, other] = [await importOf('.'), requireOf('.')];
    assert.notEqual(one.attachOutcomes, other.attachOutcomes);
    const instance = axios.create({ adapter: requireOf('./testing').sequence([503, 404]).adapter });
    one.attachOutcomes(instance, { retry: { baseDelayMs: 1 } });
    const isOfTheOther = (error) => error instanceof one.ConfigurationError;
    assert.throws(() => other.attachOutcomes(instance), isOfTheOther);
    const { attempts } = await other.outcomeOf(instance.get('/'));
    assert.deepEqual(
      attempts.map(({ status }) => status),
      [503, 404],
    );
  });
}

function kindsOf(exports) {
  return Object.entries(exports)
    .map(([name, value]) => `${name}: ${typeof value}`)
    .sort();
}
