// Every door of the package opens by import and by require, onto the same things.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const { exports } = require('axios-outcome/package.json');

export function doors() {
  for (const path of Object.keys(exports).filter((door) => !door.endsWith('.json'))) {
    test(`axios-outcome${path.slice(1)} opens both ways`, async () => {
      const imported = await import(`axios-outcome${path.slice(1)}`);
      const required = require(`axios-outcome${path.slice(1)}`);
      for (const name of Object.keys(imported)) assert.equal(required[name], imported[name]);
      assert.ok(Object.keys(imported).length > 0 || path === './augment');
    });
  }
}
