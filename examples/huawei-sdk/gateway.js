// What the API's gateway does before KMS is asked: it checks the signature, and its date.
import { createHash, createHmac } from 'node:crypto';
import { problem } from '../demo/script.js';

/** The gateway allows 15 minutes; a shorter time shows the same in a second. */
const maxAgeMs = 900;

/**
 * Undefined for a request that is signed well, else the refusal.
 * @param {import('../demo/server.js').Call} call
 * @param {string} secretKey
 */
export function refusal({ method, path, headers, body }, secretKey) {
  const [, names = '', signature] =
    /SignedHeaders=([^,]+), Signature=(\w+)/.exec(headers.authorization ?? '') ?? [];
  const date = String(headers['x-sdk-date']);
  const signed = names.split(';').map((name) => `${name}:${headers[name]}\n`);
  const text = [method, `${path}/`, '', signed.join(''), names, sha256(JSON.stringify(body))].join('\n');
  const wanted = hmac(secretKey, ['SDK-HMAC-SHA256', date, sha256(text)].join('\n'));
  if (signature !== wanted) return refuse('APIG.0301', 'Incorrect IAM authentication information');
  if (Date.now() - instantOf(date) > maxAgeMs + 999) return refuse('APIG.0301', 'The date is too old');
  return undefined;
}

/** @param {string} code @param {string} message */
const refuse = (code, message) => ({ status: 401, body: problem(code, message) });
/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
/** @param {string} key @param {string} text */
const hmac = (key, text) => createHmac('sha256', key).update(text).digest('hex');
/** `20261125T131500Z`, in whole seconds. @param {string} date */
const instantOf = (date) => Date.parse(date.replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5'));
