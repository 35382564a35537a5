// A client of Huawei Cloud's KMS, to be copied. Fields are named as DEW documents them. No method
// rejects for an HTTP or network reason: each resolves to an outcome, whose data has the type that
// its schema has checked, and whose problem has DEW's error codes.
import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import * as z from 'zod';

const CreatedKey = z.object({ key_info: z.object({ key_id: z.string(), domain_id: z.string() }) });
const DescribedKey = z.object({
  key_info: z.object({
    key_id: z.string(),
    key_alias: z.string(),
    key_state: z.string(),
    creation_date: z.string(),
  }),
});
const Encrypted = z.object({ key_id: z.string(), cipher_text: z.string() });
const Decrypted = z.object({ key_id: z.string(), plain_text: z.string() });
// DEW sends "true" and "false" as texts.
const KeyPage = z.object({ keys: z.array(z.string()), next_marker: z.string(), truncated: z.stringbool() });
const UnbindTask = z.object({ task_id: z.string() });

/**
 * @typedef {object} KmsOptions
 * @property {string} baseURL such as `https://kms.cn-north-4.myhuaweicloud.com`
 * @property {string} projectId
 * @property {string} token the X-Auth-Token to begin with
 * @property {() => Promise<string>} renewToken asks IAM for another one, once the last has expired
 * @property {number} [pollIntervalMs] before the first look at a task, which the next ones lengthen; 2000 by default
 *
 * @typedef {{ key_alias: string, key_description?: string }} CreateKeyRequest
 * @typedef {{ key_id: string }} DescribeKeyRequest
 * @typedef {{ key_id: string, plain_text: string }} EncryptRequest
 * @typedef {{ cipher_text: string }} DecryptRequest
 * @typedef {{ limit?: string, key_state?: '1' | '2' | '3' | '4' | '5' }} ListKeysRequest
 * @typedef {{ server: { id: string, auth?: { type: 'password' | 'keypair', key: string } } }} UnbindRequest
 *
 * @typedef {ReturnType<typeof createKmsClient>} KmsClient
 */

/** @param {KmsOptions} options */
export function createKmsClient({ baseURL, projectId, token, renewToken, pollIntervalMs = 2_000 }) {
  let current = token;
  // KMS sends no redirects, and one would carry the token to another place.
  const http = axios.create({ baseURL, maxRedirects: 0 });
  const client = attachOutcomes(http, {
    catalogue: dew,
    delayed: { pollIntervalMs },
    retry: {
      // On each attempt, since the one after `reauthenticate` needs the new token.
      beforeAttempt: (config) => config.headers.set('X-Auth-Token', current),
      // DEW's codes for a bad token come with 403; the catalogue knows them.
      reauthenticate: async () => {
        current = await renewToken();
      },
    },
  });
  const project = encodeURIComponent(projectId);
  const kms = `/v1.0/${project}/kms`;

  return {
    /**
     * DEW documents no Idempotency-Key, yet a repeat makes no second key: it refuses an alias that is
     * taken. Where the first answer was lost, that refusal (KMS.1104) is the outcome.
     * @param {CreateKeyRequest} request
     */
    createKey: (request) =>
      client.post(`${kms}/create-key`, request, {
        responses: { 200: CreatedKey },
        outcome: { retry: { idempotencyKey: true } },
      }),

    /** @param {DescribeKeyRequest} request */
    describeKey: (request) =>
      client.post(`${kms}/describe-key`, request, { responses: { 200: DescribedKey } }),

    /** @param {EncryptRequest} request */
    encrypt: (request) => client.post(`${kms}/encrypt-data`, request, { responses: { 200: Encrypted } }),

    /** @param {DecryptRequest} request */
    decrypt: (request) => client.post(`${kms}/decrypt-data`, request, { responses: { 200: Decrypted } }),

    /**
     * Page after page. A page that could not be had is the last one: look at its kind.
     * @param {ListKeysRequest} [request]
     */
    async *listKeys(request = {}) {
      /** @type {string | undefined} */
      let marker;
      do {
        const page = await client.post(
          `${kms}/list-keys`,
          { ...request, marker },
          { responses: { 200: KeyPage } },
        );
        yield page;
        marker = page.kind === 'success' && page.data.truncated ? page.data.next_marker : undefined;
      } while (marker);
    },

    /**
     * Resolves once the task has ended: `success` with its last state, or why it failed. Where
     * `deadlineMs` passes first it is `delayed`, and the task goes on: keep `task.token`.
     * @param {UnbindRequest} request
     * @param {import('axios-outcome').FollowOptions} [follow]
     */
    async unbindKeyPair(request, follow) {
      const accepted = await client.post(`/v3/${project}/keypairs/disassociate`, request, {
        responses: { 202: UnbindTask },
      });
      return client.complete(accepted, follow);
    },
  };
}
