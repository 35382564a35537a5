import axios, { isAxiosError } from 'axios';
import { everyOutcome, type OutcomeCase, sequence, type TransportFailureName } from 'axios-outcome/testing';
import { catalogues } from './catalogues.js';
import type { Answer, CatalogueName, Method } from './scenario.js';

/** An answer that the catalogue documents, or one that no documentation has. */
export interface Preset {
  /** The name that the test kit gives it: `403 Forbidden, KMS.0301: rejected`. */
  readonly name: string;
  readonly kind: string;
  readonly answer: Omit<Answer, 'id' | 'latencyMs'>;
}

/** What can be chosen for one catalogue and method. */
export interface Choices {
  readonly presets: readonly Preset[];
  /** The documented calls: the path with every parameter filled in. */
  readonly operations: readonly string[];
}

const failures: Readonly<Record<TransportFailureName, true>> = {
  refused: true,
  dns: true,
  'dns-busy': true,
  unroutable: true,
  'connect-timeout': true,
  'tls-expired': true,
  'tls-untrusted': true,
  'tls-name': true,
  reset: true,
  'hang-up': true,
  'broken-pipe': true,
  timeout: true,
  network: true,
  'not-http': true,
  redirects: true,
  abort: true,
};

/** Every documented answer of a catalogue, from the test kit. */
export async function choicesOf(catalogue: CatalogueName, method: Method): Promise<Choices> {
  const data = catalogues[catalogue];
  const cases = everyOutcome(data, { method });
  const byText = await failuresByText();
  const presets = await Promise.all(cases.map((one) => presetOf(one, byText)));
  const operations = (data.operations ?? [])
    .filter((operation) => operation.method === method)
    .map(({ path }) => path.replace(/\{(\w+)\}/g, '$1'));
  return { presets, operations: [...new Set(operations)] };
}

async function presetOf(
  { name, expected, adapter }: OutcomeCase,
  byText: ReadonlyMap<string, TransportFailureName>,
): Promise<Preset> {
  const { kind = '', httpStatus, code = '' } = expected;
  const empty = { status: 200, code: '', headers: '', body: '', cut: false };
  const failure = httpStatus === undefined ? byText.get(await failureText(adapter)) : undefined;
  if (failure !== undefined) return { name, kind, answer: { ...empty, failure } };
  const told = { ...empty, status: httpStatus ?? 200 };
  if (kind !== 'malformed') return { name, kind, answer: { ...told, code } };
  // The kit breaks a body in two ways: its connection ends, or it is no JSON.
  const cut = (await failureText(adapter)) !== '';
  return { name, kind, answer: cut ? { ...told, cut } : { ...told, body: '{"half": ' } };
}

/** The kit's failures by what a caller sees of them. */
async function failuresByText(): Promise<ReadonlyMap<string, TransportFailureName>> {
  // Object.keys widens the table's own keys to texts.
  const names = Object.keys(failures) as TransportFailureName[];
  const pairs = names.map(async (name) => [await failureText(sequence([name]).adapter), name] as const);
  return new Map(await Promise.all(pairs));
}

/** The code and the message with which a request fails; empty where it is answered. */
async function failureText(adapter: OutcomeCase['adapter']): Promise<string> {
  try {
    await axios.get('https://api.example.com/', { adapter, validateStatus: null });
    return '';
  } catch (error) {
    return isAxiosError(error) || axios.isCancel(error)
      ? `${Reflect.get(error, 'code')} ${error.message}`
      : '';
  }
}
