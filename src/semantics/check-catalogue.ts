import type { Catalogue, CodeEntry, StatusEntry } from './catalogue.js';
import { expect } from './configuration-error.js';
import { documentedKinds, retryabilities } from './kinds.js';

const checked = new WeakSet<object>();

/** Throws a `ConfigurationError` that names what is wrong with a catalogue. */
export function checkCatalogue(catalogue: Catalogue): void {
  // Callers without types may pass anything.
  const given: unknown = catalogue;
  expect(isRecord(given), 'catalogue', given, 'a catalogue, as defineCatalogue returns it');
  if (checked.has(catalogue)) return;
  const { name, statuses } = catalogue;
  expect(isText(name), 'catalogue.name', name, 'a text that is not empty');
  expect(isText(catalogue.source), 'catalogue.source', catalogue.source, 'where the API is documented');
  expect(
    isRecord(statuses) && Object.keys(statuses).length > 0,
    `statuses of catalogue ${name}`,
    statuses,
    'at least one status code',
  );
  for (const [status, entry] of Object.entries(statuses)) checkStatus(name, status, entry);
  const { codes = {}, operations = [] } = catalogue;
  expect(isRecord(codes), `codes of catalogue ${name}`, codes, 'an object of error codes');
  for (const [code, entry] of Object.entries(codes)) checkCode(catalogue, code, entry);
  expect(
    Array.isArray(operations),
    `operations of catalogue ${name}`,
    operations,
    'a list of { method, path }',
  );
  for (const [index, operation] of operations.entries()) {
    const whole = isRecord(operation) && isText(operation.method) && isText(operation.path);
    expect(whole, `operations[${index}] of catalogue ${name}`, operation, '{ method, path, repeatable? }');
  }
  checked.add(catalogue);
}

function checkStatus(name: string, status: string, entry: StatusEntry): void {
  const at = `statuses[${status}] of catalogue ${name}`;
  expect(/^[1-9]\d\d$/.test(status), `a status of catalogue ${name}`, status, '100 to 999');
  expect(isRecord(entry), at, entry, '{ name, kind, retry, source }');
  expect(isText(entry.name), `${at}, name`, entry.name, 'the name as documented');
  expect(isText(entry.source), `${at}, source`, entry.source, 'where this row is documented');
  checkOneOf(`${at}, kind`, entry.kind, documentedKinds);
  checkOneOf(`${at}, retry`, entry.retry, retryabilities);
  for (const kind of entry.or ?? []) checkOneOf(`${at}, or`, kind, documentedKinds);
}

function checkCode(catalogue: Catalogue, code: string, entry: CodeEntry): void {
  const at = `codes[${code}] of catalogue ${catalogue.name}`;
  expect(isRecord(entry), at, entry, '{ kind?, retry?, statuses?, source }');
  expect(isText(entry.source), `${at}, source`, entry.source, 'where this code is documented');
  if (entry.retry !== undefined) checkOneOf(`${at}, retry`, entry.retry, retryabilities);
  if (entry.kind === undefined) return;
  checkOneOf(`${at}, kind`, entry.kind, documentedKinds);
  const statuses = entry.statuses ?? [];
  expect(
    statuses.length > 0,
    `${at}, statuses`,
    entry.statuses,
    'the statuses that it moves, since it has a kind',
  );
  for (const status of statuses) {
    const row = catalogue.statuses[status];
    expect(
      row !== undefined && (row.kind === entry.kind || row.or?.includes(entry.kind) === true),
      `${at}, kind`,
      entry.kind,
      row === undefined
        ? `statuses that the catalogue documents, and ${status} is not one`
        : `the kind of status ${status} (${row.kind}), or one that its \`or\` names`,
    );
  }
}

function checkOneOf(option: string, value: unknown, allowed: readonly unknown[]): void {
  expect(allowed.includes(value), option, value, allowed.join(', '));
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
