// What a user writes in JavaScript, with checkJs: the declarations help there as well.
import axios from 'axios';
import { attachOutcomes, match } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';

const kms = attachOutcomes(axios.create({ baseURL: 'https://kms.example' }), { catalogue: dew });

/** @returns {Promise<string>} */
export async function stateOfKey() {
  /** @type {import('axios-outcome').Outcome<typeof dew, { state: string }>} */
  const outcome = await kms.get('/key');
  // @ts-expect-error 418 is not documented
  if (outcome.status === 418) return '';
  // @ts-expect-error DEW has no unmodified
  match(outcome, { unmodified: () => 1, _: () => 0 });
  return match(outcome, { success: ({ data }) => data.state, _: ({ kind }) => kind });
}
