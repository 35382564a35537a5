// A small client of GitHub, written by docs/described-clients.md: every call is typed by GitHub's own
// description (@octokit/openapi-types), every outcome by operation and status.
import axios from 'axios';
import { attachOutcomes, explain } from 'axios-outcome';
import { github } from 'axios-outcome/catalogues/github';

/**
 * @typedef {import('@octokit/openapi-types').paths} Paths
 * @typedef {{ owner: string, repo: string }} Repository
 *
 * @typedef {object} GithubOptions
 * @property {string} [baseURL]
 * @property {string} token
 * @property {number} [pollIntervalMs] before the first look at statistics that are being compiled
 */

/** @param {GithubOptions} options */
export function createGithubClient({ baseURL = 'https://api.github.com', token, pollIntervalMs = 2_000 }) {
  const http = axios.create({
    baseURL,
    headers: { Authorization: `Bearer ${token}`, 'X-GitHub-Api-Version': '2022-11-28' },
    paramsSerializer: { indexes: null },
  });
  const client = attachOutcomes(http, { catalogue: github, delayed: { pollIntervalMs } });
  // In TypeScript: client.describedBy<paths>()
  /** @type {ReturnType<typeof client.describedBy<Paths>>} */
  const api = client.describedBy();

  return {
    /** @param {Repository} path */
    async describe(path) {
      const outcome = await api.get('/repos/{owner}/{repo}', { path });
      if (outcome.kind === 'success') {
        const { full_name, stargazers_count, license } = outcome.data;
        return `${full_name}: ${stargazers_count} stars, ${license?.spdx_id ?? 'no license'}`;
      }
      if (outcome.status === 404) return `no such repository (${outcome.problem.details.documentation_url})`;
      return explain(outcome);
    },

    /**
     * The titles of its open issues, page after page. Where a page could not be had, the last value says why.
     * @param {Repository} path
     * @param {string} [labels]
     */
    async *issues(path, labels) {
      for (let page = 1; ; page += 1) {
        const params = { state: /** @type {const} */ ('open'), per_page: 2, page, ...(labels && { labels }) };
        const outcome = await api.get('/repos/{owner}/{repo}/issues', { path, params });
        if (outcome.kind !== 'success') {
          yield explain(outcome);
          return;
        }
        for (const { number, title } of outcome.data) yield `#${number} ${title}`;
        if (!outcome.headers['link']?.includes('rel="next"')) return;
      }
    },

    /**
     * A POST is not sent again where it may have been carried out: `effect` says so.
     * @param {Repository} path
     * @param {string} title
     */
    async openIssue(path, title) {
      const outcome = await api.post('/repos/{owner}/{repo}/issues', { title }, { path });
      switch (outcome.status) {
        case 201:
          return `opened #${outcome.data.number}`;
        case 410:
          return `issues are switched off: ${outcome.problem.details.message}`;
        case 422:
          return (outcome.problem.details.errors ?? [])
            .map((error) => `${error.field}: ${error.code}`)
            .join('; ');
        default:
          return `${outcome.kind}; the work: ${outcome.effect}`;
      }
    },

    /** @param {Repository & { issue_number: number }} path */
    async closeIssue(path) {
      const body = { state: /** @type {const} */ ('closed') };
      const outcome = await api.patch('/repos/{owner}/{repo}/issues/{issue_number}', body, { path });
      return outcome.kind === 'success' ? `closed #${outcome.data.number}` : explain(outcome);
    },

    /**
     * Weekly additions and deletions. GitHub compiles them after the first request, which gets a 202.
     * @param {Repository} path
     */
    async changes(path) {
      const accepted = await api.get('/repos/{owner}/{repo}/stats/code_frequency', { path });
      const outcome = await api.complete(accepted);
      if (outcome.kind !== 'success' || !outcome.data) return explain(outcome);
      return outcome.data.map(([week = 0, added, deleted]) => {
        return `${new Date(week * 1000).toISOString().slice(0, 10)}: +${added} ${deleted}`;
      });
    },

    /** @param {Repository} path */
    async star(path) {
      const outcome = await api.put('/user/starred/{owner}/{repo}', undefined, { path });
      return outcome.kind === 'empty' ? 'starred' : explain(outcome);
    },
  };
}
