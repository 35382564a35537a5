// What the stand-in answers: a body per status in the shapes that DEW documents,
// and per call the steps that it goes through, one per request.

const problem = (error_code, error_msg) => ({ error: { error_code, error_msg } });

const bodies = {
  200: { key_info: { key_id: '0d0466b0-e727-4d9c-b35d-f84bb474a37f', key_state: '2' } },
  202: { task_id: 'aee8d2fe-5484-4c1c-9a40-4dc4b4a2b6f0' },
  204: undefined,
  300: { versions: [{ id: 'v1.0' }, { id: 'v3' }] },
  400: problem('KMS.0205', 'Invalid key ID'),
  401: { error_code: 'KPS.9001', error_msg: 'The token is missing or was not accepted' },
  403: problem('KMS.0306', 'No access permissions'),
  404: problem('KMS.0207', 'The key does not exist'),
  405: problem('KMS.0215', 'Request method not supported'),
  409: { error_code: 'CSMS.0101', error_msg: 'The secret name already exists' },
  500: problem('KMS.0101', 'KMS error'),
};
const headersOf = {
  300: { Link: '</v1.0>; rel="alternate", </v3>; rel="alternate"' },
  405: { Allow: 'POST' },
  407: { 'Proxy-Authenticate': 'Basic realm="demo"' },
};

export function answers(status) {
  const body = status in bodies ? bodies[status] : problem('APIG.0201', `An answer with status ${status}`);
  return { body, headers: headersOf[status] ?? {} };
}

const once = (status, rest = {}) => ({ status, ...rest });

export const scripts = {
  'GET /v1.0/demo/kms/user-quotas': [once(503), once(503), once(200)],
  'POST /v1.0/demo/kms/describe-key': [once(502), once(200)],
  'POST /v1.0/demo/kms/create-key': [once(502), once(200)],
  'POST /v3/demo/keypairs/disassociate': [once(202)],
  'GET /v1/demo/secrets': [once(429, { headers: { 'Retry-After': '1' } }), once(200)],
  'GET /v1/demo/csms/events': [once(503, { headers: { 'Retry-After': '86400' } }), once(200)],
  'GET /v3/demo/keypairs': [once(200, { fault: 'reset' }), once(200)],
  'POST /v3/demo/keypairs': [once(200, { fault: 'reset' }), once(200)],
  'POST /v1/demo/secrets': [once(200, { fault: 'cut' }), once(200)],
};
