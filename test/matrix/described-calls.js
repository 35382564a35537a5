// The same forty calls of GitHub, by a described client and by openapi-fetch.

const repository = { owner: 'a', repo: 'b' };
const calls = [
  ['get', '/repos/{owner}/{repo}', { path: repository }],
  ['get', '/repos/{owner}/{repo}/issues', { path: repository, query: { page: 1 } }],
  ['get', '/repos/{owner}/{repo}/issues/{issue_number}', { path: { ...repository, issue_number: 1 } }],
  ['get', '/repos/{owner}/{repo}/pulls', { path: repository, query: { state: 'open' } }],
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}', { path: { ...repository, pull_number: 1 } }],
  ...[
    ...['commits', 'branches', 'tags', 'releases', 'contributors', 'languages', 'topics', 'labels'],
    ...['milestones', 'stats/code_frequency', 'stats/participation', 'license', 'hooks'],
  ].map((name) => ['get', `/repos/{owner}/{repo}/${name}`, { path: repository }]),
  ...['', '/members', '/teams'].map((name) => ['get', `/orgs/{org}${name}`, { path: { org: 'o' } }]),
  ...['', '/repos'].map((name) => ['get', `/users/{username}${name}`, { path: { username: 'u' } }]),
  ['get', '/gists/{gist_id}', { path: { gist_id: 'g' } }],
  ...['/rate_limit', '/user', '/emojis', '/licenses', '/notifications'].map((path) => ['get', path, {}]),
  ['get', '/search/repositories', { query: { q: 'x' } }],
  ['post', '/repos/{owner}/{repo}/issues', { path: repository, body: { title: 't' } }],
  ['post', '/repos/{owner}/{repo}/pulls', { path: repository, body: { head: 'h', base: 'b' } }],
  ['post', '/repos/{owner}/{repo}/forks', { path: repository, body: {} }],
  ['post', '/repos/{owner}/{repo}/labels', { path: repository, body: { name: 'n' } }],
  ['patch', '/repos/{owner}/{repo}', { path: repository, body: { name: 'n' } }],
  [
    'patch',
    '/repos/{owner}/{repo}/issues/{issue_number}',
    { path: { ...repository, issue_number: 1 }, body: { state: 'closed' } },
  ],
  ['put', '/repos/{owner}/{repo}/topics', { path: repository, body: { names: [] } }],
  [
    'put',
    '/repos/{owner}/{repo}/pulls/{pull_number}/merge',
    { path: { ...repository, pull_number: 1 }, body: {} },
  ],
  ['delete', '/repos/{owner}/{repo}', { path: repository }],
  ['delete', '/gists/{gist_id}', { path: { gist_id: 'g' } }],
];
export const count = calls.length;

const types = "import type { paths } from '@octokit/openapi-types';";
const setUp = {
  ours: `import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
${types}
const api = attachOutcomes(axios.create()).describedBy<paths>();`,
  theirs: `import createClient from 'openapi-fetch';
${types}
const api = createClient<paths>();`,
};

/** A program that makes the calls and reads what they answer. */
export function program(whose) {
  const line = { ours: ourCall, theirs: theirCall }[whose];
  const lines = calls.map((call, index) => line(`call${index}`, ...call));
  return `${setUp[whose]}\nexport async function all() {\n${lines.join('')}}\n`;
}

function ourCall(name, method, path, { body, query, ...parameters }) {
  const config = { ...parameters, ...(query && { params: query }) };
  const given = [path, ...(body ? [body] : []), ...(Object.keys(config).length > 0 ? [config] : [])];
  return `  const ${name} = await api.${method}(${printed(given)});
  if (${name}.kind === 'success') console.log(${name}.data);\n`;
}

function theirCall(name, method, path, { body, ...params }) {
  const init = { ...(Object.keys(params).length > 0 && { params }), ...(body && { body }) };
  const given = [path, ...(Object.keys(init).length > 0 ? [init] : [])];
  return `  const ${name} = await api.${method.toUpperCase()}(${printed(given)});
  console.log(${name}.data, ${name}.error);\n`;
}

function printed(given) {
  return given.map((value) => JSON.stringify(value)).join(', ');
}
