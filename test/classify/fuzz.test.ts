import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { azure } from '../../src/catalogues/azure/index.js';
import { dew } from '../../src/catalogues/dew/index.js';
import { github } from '../../src/catalogues/github/index.js';
import { http } from '../../src/catalogues/http/index.js';
import { openai } from '../../src/catalogues/openai/index.js';
import { stripe } from '../../src/catalogues/stripe/index.js';
import { assess } from '../../src/classify/assess.js';
import { plainHeaders } from '../../src/classify/headers.js';
import { isBrokenJson } from '../../src/classify/json-body.js';
import { judge } from '../../src/delayed/judge.js';
import { builtInDialects, findTask } from '../../src/delayed/start.js';
import { type Catalogue, classify } from '../../src/index.js';
import { readAlternatives } from '../../src/outcome/build.js';
import { hintOf, isVetoed } from '../../src/retry/hint.js';
import { evidenceOf } from '../../src/retry/safety.js';
import { leastCpuMs } from '../cpu-time.js';
import { answer, answers } from '../hostile-answers.js';

const catalogues: readonly Catalogue[] = [http, dew, github, openai, stripe, azure];

/** Everything that reads an answer before an outcome is made of it. */
function readAll(status: number, data: unknown, given: unknown): void {
  // A custom adapter or a mock may put anything there.
  const response = { status, data, headers: given as object, config: {} };
  for (const catalogue of catalogues) {
    const assessment = classify({ response }, catalogue);
    evidenceOf(assessment);
    hintOf(response.headers, assessment, 0, 1_700_000_000_000);
    for (const url of [
      '/',
      ...(catalogue.operations ?? []).filter(({ task }) => task).map(({ path }) => path),
    ].slice(0, 3)) {
      assess({ response }, { method: 'PUT', url }, catalogue);
      assess({ response }, { method: 'POST', url }, catalogue);
    }
  }
  isVetoed(response.headers);
  isBrokenJson(response, 5);
  readAlternatives(response.headers);
  for (const dialect of builtInDialects) {
    const task = { dialect: dialect.name, id: 'name', words: { done: ['Zombie'] } };
    const operation = { method: 'POST', path: '/v1/{project_id}/x', task };
    const told = {
      method: 'POST',
      url: 'https://api.example/v1/p/x',
      status,
      headers: plainHeaders(response.headers),
      body: data,
      operation,
    };
    findTask(told, []);
    judge(dialect, { answer: told, exchange: 0, stopped: false }, { monitor: told.url }, operation);
  }
}

describe('nothing that arrives makes reading throw', () => {
  it(`${answers} answers of all sorts, none above 50 ms`, async () => {
    // Six catalogues and eight dialects in one go.
    const most = 14 * 50;
    await fc.assert(
      fc.asyncProperty(answer, async ({ status, body, headers }) => {
        expect(await leastCpuMs(() => readAll(status, body(), headers()), most)).toBeLessThan(most);
      }),
      { numRuns: answers },
    );
  }, 3_600_000);
});
