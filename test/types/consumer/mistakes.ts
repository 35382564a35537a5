// Mistakes that a compiler has to find. Where it does not, the mark above is an error itself.
import axios from 'axios';
import { attachOutcomes, defineCatalogue, match, outcomeAdapter, outcomeOf } from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { key, missing } from './schemas.js';

const kms = attachOutcomes(axios.create(), { catalogue: dew });

export async function narrowing(): Promise<void> {
  const outcome = await kms.get<{ readonly id: number }>('/key');
  // @ts-expect-error 418 is not documented
  if (outcome.status === 418) return;
  // @ts-expect-error DEW documents no 304
  if (outcome.kind === 'unmodified') return;
  // @ts-expect-error only a success, a delayed one and some others have data
  console.log(outcome.data);
  // @ts-expect-error nothing is known of the rest
  if (outcome.status === 202) console.log(outcome.data.id);
  // @ts-expect-error a misspelt code
  if (outcome.kind === 'rejected' && outcome.problem.code === 'KMS.9999') return;
  // @ts-expect-error outcomes are frozen
  outcome.effect = 'none';
}

export async function handlers(): Promise<void> {
  const outcome = await kms.get('/key');
  // @ts-expect-error the other kinds are missing
  match(outcome, { success: () => 1 });
  // @ts-expect-error DEW has no unmodified
  match(outcome, { unmodified: () => 1, _: () => 0 });
  // @ts-expect-error the function of a kind takes that kind
  match(outcome, { success: (text: string) => text, _: () => '' });
}

export function options(): void {
  // @ts-expect-error no such option
  attachOutcomes(axios.create(), { catalog: dew });
  // @ts-expect-error no such option
  void kms.get('/key', { outcome: { retry: { retrys: 0 } } });
  // @ts-expect-error an adapter has no schemas
  outcomeAdapter({ responses: { 200: key } });
}

export function schemas(): void {
  // @ts-expect-error 418 is not documented
  void kms.get('/key', { responses: { 200: key, 418: missing } });
  // @ts-expect-error 418 is not documented
  attachOutcomes(axios.create(), { catalogue: dew, responses: { 418: missing } });
  // @ts-expect-error 418 is documented by HTTP, and 299 is not
  void outcomeOf(axios.get('/key'), { responses: { 418: missing, 299: key } });
  // @ts-expect-error no schema
  void kms.get('/key', { responses: { 200: { validate: () => true } } });
  // @ts-expect-error data is either told or found by a schema
  void kms.get<{ id: number }>('/key', { responses: { 200: key } });
}

export function resuming(): void {
  // @ts-expect-error 418 is not documented
  void kms.resume('token', { responses: { 418: missing } });
  // @ts-expect-error data is either told or found by a schema
  void kms.resume<{ id: number }>('token', { responses: { 200: key } });
  // @ts-expect-error no such option
  void kms.resume('token', { deadline: 5 });
}

export function catalogues(): void {
  defineCatalogue({
    name: 'Bad',
    source: 'docs',
    // @ts-expect-error no such kind
    statuses: { 200: { name: 'OK', kind: 'fine', retry: 'never', source: 'docs' } },
  });
}

export function described(): void {
  const api = kms.describedBy<{ '/keys/{id}': { get: { parameters: { path: { id: string } } } } }>();
  // @ts-expect-error no such path
  void api.get('/key/{id}', { path: { id: 'k1' } });
  // @ts-expect-error no such parameter
  void api.get('/keys/{id}', { path: { key: 'k1' } });
  // @ts-expect-error the path has no such method
  void api.post('/keys/{id}', {}, { path: { id: 'k1' } });
}
