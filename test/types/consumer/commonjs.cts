// What a user writes in CommonJS. `module: node16` refuses to require the declaration of an
// ES module, in every version, and so do versions before 5.8 under nodenext (TS1479, TS1471).
import axios = require('axios');
import outcomes = require('axios-outcome');
import catalogue = require('axios-outcome/catalogues/dew');

import { attachOutcomes, type Outcome } from 'axios-outcome';
import { http } from 'axios-outcome/catalogues/http';

interface Key {
  readonly id: number;
}

// axios has declarations of its own for CommonJS: an instance of theirs has to be fine too.
const kms: outcomes.OutcomeClient<catalogue.DewCatalogue> = outcomes.attachOutcomes(axios.create(), {
  catalogue: catalogue.dew,
});
const plain = attachOutcomes(axios.create(), { catalogue: http });

export async function idOf(): Promise<number> {
  const outcome: Outcome<typeof catalogue.dew, Key> = await kms.get<Key>('/key');
  // @ts-expect-error 418 is not documented
  if (outcome.status === 418) return 0;
  // @ts-expect-error only a success, a delayed one and some others have data
  console.log(outcome.data);
  const cached = await plain.get<Key>('/key');
  if (cached.status === 304) cached.kind satisfies 'unmodified';
  try {
    return outcomes.unwrap(outcome).id;
  } catch (error) {
    if (!(error instanceof outcomes.OutcomeError)) throw error;
    return error.outcome.attempts.length;
  }
}
