import { baseURL, dataOf, type Scenario, stepOf } from './scenario.js';
import { valueText } from './value-text.js';

/** A program that plays the scenario as the page does. It runs as it stands, in Node.js. */
export function programOf({ catalogue, method, path, options, answers, complete }: Scenario): string {
  const data = dataOf(method);
  const retry = Object.keys(options).length === 0 ? {} : { retry: options };
  const request = { method, url: path, ...(data === undefined ? {} : { data }) };
  const steps = answers.map((answer) => `    ${valueText(stepOf(answer), '    ')},`).join('\n');
  const call = `client.request(${valueText(request, '  ')})`;
  // The catalogue is the imported one, and no text.
  const withCatalogue = (others: object) =>
    valueText({ catalogue: 'the catalogue', ...others }).replace("'the catalogue'", catalogue);
  return `import axios from 'axios';
import { attachOutcomes, explain } from 'axios-outcome';
import { ${catalogue} } from 'axios-outcome/catalogues/${catalogue}';
import { sequence, virtualClock } from 'axios-outcome/testing';

// A stand-in for the API. Each request gets the next answer; the last answer stays.
const api = sequence(
  [
${steps}
  ],
  { catalogue: ${catalogue} },
);

const instance = axios.create({ baseURL: '${baseURL}', adapter: api.adapter });
const client = attachOutcomes(instance, ${withCatalogue(retry)});

// The waits take virtual time, so the program ends at once.
const clock = virtualClock();
const outcome = await clock.run(${complete ? 'async ' : ''}() =>
  ${complete ? `client.complete(await ${call})` : call},
);
clock.restore();

console.log(outcome);
console.log(explain(outcome));
`;
}
