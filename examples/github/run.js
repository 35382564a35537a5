// node examples/github/run.js: the client against a stand-in of GitHub on loopback.
import { createServer } from 'node:http';
import { createGithubClient } from './client.js';

const docs = 'https://docs.github.com/rest';
/** @type {Record<string, [status: number, body?: unknown, headers?: Record<string, string>][]>} what each call gets, one after the other */
const answers = {
  'GET /repos/axios/axios': [
    [503, { message: 'Unicorn' }],
    [200, { full_name: 'axios/axios', stargazers_count: 105_000, license: { spdx_id: 'MIT' } }],
  ],
  'GET /repos/axios/a%2Fb': [[404, { message: 'Not Found', documentation_url: docs }]],
  'GET /repos/axios/axios/issues?state=open&per_page=2&page=1&labels=bug': [
    [
      200,
      [
        { number: 7, title: 'It breaks' },
        { number: 8, title: 'It is slow' },
      ],
      { Link: '</next>; rel="next"' },
    ],
  ],
  'GET /repos/axios/axios/issues?state=open&per_page=2&page=2&labels=bug': [
    [200, [{ number: 9, title: 'It is loud' }]],
  ],
  'POST /repos/axios/axios/issues': [
    [201, { number: 10 }],
    [422, { message: 'Validation Failed', errors: [{ resource: 'Issue', field: 'title', code: 'missing' }] }],
    [502, { message: 'Server Error' }],
  ],
  'PATCH /repos/axios/axios/issues/10': [[200, { number: 10 }]],
  'GET /repos/axios/axios/stats/code_frequency': [
    [202, {}],
    [202, {}],
    [200, [[1_767_225_600, 120, -30]]],
  ],
  'PUT /user/starred/axios/axios': [
    [204],
    [403, { message: 'Resource not accessible by personal access token' }],
  ],
};
const server = createServer((request, response) => {
  const [status = 418, body, headers = {}] = answers[`${request.method} ${request.url}`]?.shift() ?? [];
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

const github = createGithubClient({
  baseURL: `http://127.0.0.1:${port}`,
  token: process.env['GITHUB_TOKEN'] ?? 'none',
  pollIntervalMs: 10,
});
const path = { owner: 'axios', repo: 'axios' };
console.log(await github.describe(path));
console.log(await github.describe({ owner: 'axios', repo: 'a/b' }));
for await (const issue of github.issues(path, 'bug')) console.log(issue);
console.log(await github.openIssue(path, 'A title'));
console.log(await github.openIssue(path, ''));
console.log(await github.openIssue(path, 'Lost'));
console.log(await github.closeIssue({ ...path, issue_number: 10 }));
console.log(await github.changes(path));
console.log(await github.star(path));
console.log(await github.star(path));
server.close();
server.closeAllConnections();
