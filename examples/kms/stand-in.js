// KMS as the demo's server plays it here: with keys that it remembers, a token that can expire, and
// an answer that can get lost. Bodies and codes are those that DEW documents.
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { problem } from '../demo/script.js';

/**
 * @typedef {import('../demo/script.js').Step} Step
 * @typedef {import('../demo/server.js').AnswerTo} AnswerTo
 * @typedef {{ key_id: string, domain_id: string, key_alias: string, key_state: string, creation_date: string }} Key
 */

const domain_id = 'b168fe00ff56492495a7d22974df2d0b';
const noKey = refused(404, 'KMS.0207', 'The key does not exist');

/** @param {string} firstToken the one that it accepts until `expireToken` */
export function standInOfKms(firstToken) {
  const tasks = taskList();
  const operations = operationsOn(keyStore(), tasks);
  let accepted = firstToken;
  let loseNext = false;
  /** What was answered to a request with an Idempotency-Key. @type {Map<string, Step>} */
  const answered = new Map();

  /** @type {AnswerTo} */
  function answerTo({ method, path, headers, body }) {
    const operation = method === 'POST' ? operations[path.split('/').at(-1) ?? ''] : undefined;
    if (operation === undefined && !tasks.has(path)) return undefined;
    const token = headers['x-auth-token'];
    if (token === undefined) return refused(403, 'KMS.0301', 'Invalid or null X-Auth-Token');
    if (token !== accepted) return refused(403, 'KMS.0303', 'X-Auth-Token expired');

    if (operation === undefined) return tasks.look(path);
    const key = String(headers['idempotency-key'] ?? randomUUID());
    const answer = answered.get(key) ?? operation(body);
    answered.set(key, answer);
    if (!loseNext) return answer;
    loseNext = false;
    return { status: 502 };
  }

  return {
    answerTo,
    expireToken() {
      accepted = `${firstToken}-${randomUUID()}`;
    },
    /** What IAM would do. */
    renewToken: async () => accepted,
    /** The next request is carried out, and answered with a 502. */
    loseNextAnswer() {
      loseNext = true;
    },
  };
}

/**
 * @param {ReturnType<typeof keyStore>} store
 * @param {ReturnType<typeof taskList>} tasks
 * @returns {Record<string, (body: unknown) => Step>}
 */
function operationsOn({ keys, encrypt, decrypt }, tasks) {
  const find = (/** @type {string} */ id) => keys.find(({ key_id }) => key_id === id);
  return {
    'create-key': operation(z.object({ key_alias: z.string() }), ({ key_alias }) => {
      if (keys.some((key) => key.key_alias === key_alias))
        return refused(400, 'KMS.1104', 'Duplicate key aliases');
      const key_id = randomUUID();
      keys.push({ key_id, domain_id, key_alias, key_state: '2', creation_date: `${Date.now()}` });
      return done({ key_info: { key_id, domain_id } });
    }),
    'describe-key': operation(z.object({ key_id: z.string() }), ({ key_id }) => {
      const key_info = find(key_id);
      return key_info ? done({ key_info }) : noKey;
    }),
    'encrypt-data': operation(
      z.object({ key_id: z.string(), plain_text: z.string() }),
      ({ key_id, plain_text }) =>
        find(key_id) ? done({ key_id, cipher_text: encrypt(key_id, plain_text) }) : noKey,
    ),
    'decrypt-data': operation(z.object({ cipher_text: z.string() }), ({ cipher_text }) => {
      const opened = decrypt(cipher_text);
      return opened ? done(opened) : refused(400, 'KMS.2201', 'Invalid cipher_text');
    }),
    'list-keys': operation(
      z.object({
        limit: z.coerce.number().int().positive().default(2000),
        marker: z.coerce.number().default(0),
      }),
      ({ limit, marker }) => {
        const next = marker + limit;
        const truncated = next < keys.length;
        return done({
          keys: keys.slice(marker, next).map(({ key_id }) => key_id),
          next_marker: truncated ? `${next}` : '',
          truncated: `${truncated}`,
        });
      },
    ),
    disassociate: operation(z.object({ server: z.object({ id: z.string() }) }), ({ server }) => ({
      status: 202,
      body: { task_id: tasks.begin(server.id) },
    })),
  };
}

/** Tasks that come one step further each time that somebody looks. */
function taskList() {
  /** @type {Map<string, { task_id: string, server_id: string, left: string[] }>} */
  const tasks = new Map();
  return {
    has: (/** @type {string} */ path) => tasks.has(path.split('/').at(-1) ?? ''),
    /** @param {string} server_id */
    begin(server_id) {
      const task_id = randomUUID();
      tasks.set(task_id, { task_id, server_id, left: ['READY_UNBIND', 'RUNNING_UNBIND', 'SUCCESS_UNBIND'] });
      return task_id;
    },
    /** @param {string} path @returns {Step} */
    look(path) {
      const task = tasks.get(path.split('/').at(-1) ?? '');
      if (task === undefined) return refused(404, 'KPS.4016', 'The task does not exist');
      const { left, ...rest } = task;
      return done({ ...rest, task_status: left.length > 1 ? left.shift() : left[0] });
    },
  };
}

/** Keys, and a secret that never leaves it. */
function keyStore() {
  const secret = randomBytes(32);
  return {
    /** @type {Key[]} */
    keys: [],
    /** @param {string} key_id @param {string} plain_text */
    encrypt(key_id, plain_text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secret, iv);
      const sealed = cipher.update(JSON.stringify({ key_id, plain_text }), 'utf8');
      return Buffer.concat([iv, sealed, cipher.final(), cipher.getAuthTag()]).toString('base64');
    },
    /** @param {string} cipher_text @returns {unknown} undefined where it did not encrypt this */
    decrypt(cipher_text) {
      const bytes = Buffer.from(cipher_text, 'base64');
      try {
        const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(-16));
        return JSON.parse(
          decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8'),
        );
      } catch {
        return undefined;
      }
    },
  };
}

/**
 * @template T
 * @param {z.ZodType<T>} request
 * @param {(given: T) => Step} answer
 * @returns {(body: unknown) => Step}
 */
function operation(request, answer) {
  return (body) => {
    const given = request.safeParse(body);
    return given.success ? answer(given.data) : refused(400, 'KMS.0204', 'Parameters missing in the request');
  };
}

/** @param {unknown} body @returns {Step} */
function done(body) {
  return { status: 200, body };
}

/** @param {number} status @param {string} code @param {string} message @returns {Step} */
function refused(status, code, message) {
  return { status, body: problem(code, message) };
}
