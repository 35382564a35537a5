// What the stand-in answers: a body per status in the shapes that DEW documents,
// and per call the steps that it goes through, one per request.

/**
 * @typedef {{ body?: unknown, headers?: Record<string, string> }} Answer
 * @typedef {Answer & { status: number, fault?: 'reset' | 'cut' }} Step
 */

/** @param {string} error_code @param {string} error_msg */
export const problem = (error_code, error_msg) => ({ error: { error_code, error_msg } });

const key_id = '0d0466b0-e727-4d9c-b35d-f84bb474a37f';
const task_id = 'aee8d2fe-5484-4c1c-9a40-4dc4b4a2b6f0';
const domain_id = 'b168fe00ff56492495a7d22974df2d0b';

/** The statuses left out have no error code in DEW's documents. @type {Record<number, Answer>} */
const answers = {
  200: { body: { key_info: { key_id, key_state: '2' } } },
  202: { body: { task_id } },
  204: {},
  300: {
    headers: { Link: '</v1.0>; rel="alternate", </v3>; rel="alternate"' },
    body: { versions: [{ id: 'v1.0' }, { id: 'v3' }] },
  },
  400: { body: problem('KMS.0205', 'Invalid key ID') },
  401: { body: { error_code: 'KPS.9001', error_msg: 'The token is missing or was not accepted' } },
  403: { body: problem('KMS.0306', 'No access permissions') },
  404: { body: problem('KMS.0207', 'The key does not exist') },
  405: { headers: { Allow: 'POST' }, body: problem('KMS.0215', 'Request method not supported') },
  407: { headers: { 'Proxy-Authenticate': 'Basic realm="demo"' } },
  409: { body: { error_code: 'CSMS.0101', error_msg: 'The secret name already exists' } },
  429: { body: problem('APIG.0308', 'The throttling threshold has been reached') },
  500: { body: problem('KMS.0101', 'KMS error') },
  502: { body: problem('APIG.0201', 'Backend unavailable') },
  503: { body: problem('KMS.0104', 'A system exception occurred') },
  504: { body: problem('APIG.0201', 'Backend timeout') },
};

/** @param {number} status @returns {Answer} */
export function answerOf(status) {
  const made = problem(`DEMO.0${status}`, `The stand-in answers ${status}`);
  return { ...(status === 204 ? {} : { body: made }), ...answers[status] };
}

/** @param {string} task_status as DEW names the states of a key pair that is unbound */
const task = (task_status) => ({ task_id, server_id: 'a-server', task_status });
const created = { key_info: { key_id, domain_id } };
const described = {
  key_info: { key_id, domain_id, key_alias: 'demo', key_state: '2', creation_date: '1502799822000' },
};
const quotas = { quotas: { resources: [{ type: 'CMK', used: 1, quota: 20 }] } };

/** Per call, what its first, second, … request gets; the last step stays. @type {Record<string, Step[]>} */
export const scripts = {
  'GET /v1.0/demo/kms/user-quotas': [{ status: 503 }, { status: 503 }, { status: 200, body: quotas }],
  'POST /v1.0/demo/kms/describe-key': [{ status: 502 }, { status: 200, body: described }],
  'POST /v1.0/demo/kms/create-key': [{ status: 502 }, { status: 200, body: created }],
  'POST /v3/demo/keypairs/disassociate': [{ status: 202, body: { task_id } }],
  [`GET /v3/demo/tasks/${task_id}`]: [
    { status: 200, body: task('READY_UNBIND') },
    { status: 200, body: task('RUNNING_UNBIND') },
    { status: 503 },
    { status: 200, body: task('RUNNING_UNBIND') },
    { status: 200, body: task('SUCCESS_UNBIND') },
  ],
  'GET /v1/demo/secrets': [{ status: 429, headers: { 'Retry-After': '1' } }, { status: 200 }],
  'GET /v1/demo/csms/events': [{ status: 503, headers: { 'Retry-After': '86400' } }, { status: 200 }],
  'GET /v3/demo/keypairs': [{ status: 200, fault: 'reset' }, { status: 200 }],
  'POST /v3/demo/keypairs': [{ status: 200, fault: 'reset' }, { status: 200 }],
  'POST /v1/demo/secrets': [{ status: 200, fault: 'cut' }, { status: 200 }],
};
