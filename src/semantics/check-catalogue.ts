import type { Catalogue, CodeEntry } from './catalogue.js';
import { adviceRules, catalogueRules, codeRules, operationRules, statusRules } from './catalogue-rules.js';
import { checkFields, isRecord } from './check-fields.js';
import { expect } from './configuration-error.js';

const checked = new WeakSet<object>();

/** Throws a `ConfigurationError` that names what is wrong with a catalogue. */
export function checkCatalogue(catalogue: Catalogue): void {
  // Callers without types may pass anything.
  const given: unknown = catalogue;
  expect(isRecord(given), 'catalogue', given, 'a catalogue that defineCatalogue returned');
  if (checked.has(catalogue)) return;
  const { name, statuses, codes = {}, operations = [], retry = {} } = catalogue;
  checkFields(catalogue, catalogueRules, (field) =>
    field === 'name' || field === 'source' ? `catalogue.${field}` : `${field} of catalogue ${name}`,
  );
  for (const [status, entry] of Object.entries(statuses)) {
    expect(/^[1-9]\d\d$/.test(status), `a status of catalogue ${name}`, status, 'a number from 100 to 999');
    const at = `statuses[${status}] of catalogue ${name}`;
    expect(isRecord(entry), at, entry, 'an object { name, kind, retry, source }');
    checkFields(entry, statusRules, (field) => `${at}, ${field}`);
    freeze(entry);
  }
  for (const [code, entry] of Object.entries(codes)) checkCode(catalogue, code, entry);
  for (const [index, operation] of operations.entries()) {
    const at = `operations[${index}] of catalogue ${name}`;
    expect(
      isRecord(operation),
      at,
      operation,
      'an object { method, path }, which may also have repeatable and task',
    );
    checkFields(operation, operationRules, (field) => `${at}, ${field}`);
  }
  checkFields(retry, adviceRules, (field) => `retry.${field} of catalogue ${name}`);
  checked.add(catalogue);
}

function checkCode(catalogue: Catalogue, code: string, entry: CodeEntry): void {
  const at = `codes[${code}] of catalogue ${catalogue.name}`;
  expect(isRecord(entry), at, entry, 'an object { source }, which may also have kind, retry and statuses');
  checkFields(entry, codeRules, (field) => `${at}, ${field}`);
  freeze(entry);
  if (entry.kind === undefined) return;
  const { statuses = [] } = entry;
  const allowed = 'a list of the statuses under which the code has this kind, such as [409]';
  expect(statuses.length > 0, `${at}, statuses`, entry.statuses, allowed);
  for (const status of statuses) {
    const row = catalogue.statuses[status];
    expect(
      row !== undefined && (row.kind === entry.kind || row.or?.includes(entry.kind) === true),
      `${at}, kind`,
      entry.kind,
      row === undefined
        ? `only documented statuses into \`statuses\` of this code: ${status} is not one of them`
        : `the kind of status ${status} (${row.kind}), or add "${entry.kind}" to \`or\` of that status`,
    );
  }
}

/** Freezes rows and codes with their parts, since they become parts of outcomes. */
function freeze(row: object): void {
  for (const part of Object.values(row)) Object.freeze(part);
  Object.freeze(row);
}
