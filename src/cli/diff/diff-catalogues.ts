import type { Catalogue, Operation, RetryAdvice } from '../../semantics/catalogue.js';
import type { Change } from './change.js';
import { diffCodes } from './diff-codes.js';
import { changed, diffStatuses } from './diff-statuses.js';

/** All that differs between two catalogues, what changes a client's behaviour first. */
export function diffCatalogues(before: Catalogue, after: Catalogue): Change[] {
  const all = [
    ...diffStatuses(before, after),
    ...diffCodes(before, after),
    ...diffOperations(before, after),
    ...diffAdvice(before, after),
  ];
  return [
    ...all.filter(({ weight }) => weight === 'meaning'),
    ...all.filter(({ weight }) => weight === 'words'),
  ];
}

function diffOperations(before: Catalogue, after: Catalogue): Change[] {
  const [old, now] = [operationsOf(before), operationsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((subject): Change[] => {
    const [one, other] = [old.get(subject), now.get(subject)];
    const changes = [
      ...changed('repeatable', String(one?.repeatable === true), String(other?.repeatable === true)),
      ...changed('starts a task', taskOf(one), taskOf(other)),
    ];
    return changes.length > 0 ? [{ subject, weight: 'meaning', changes }] : [];
  });
}

function operationsOf({ operations = [] }: Catalogue): Map<string, Operation> {
  return new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
}

function taskOf(operation: Operation | undefined): string {
  return operation?.task === undefined ? 'no' : `${operation.task.dialect}, ${operation.task.id}`;
}

/** The documentation's advice makes requests more patient, and no status more retryable. */
function diffAdvice(before: Catalogue, after: Catalogue): Change[] {
  const fields = [
    'retries',
    'attemptTimeoutMs',
    'baseDelayMs',
    'throttleDelayMs',
    'maxDelayMs',
    'maxHintMs',
  ] as const;
  const told = ({ retry = {} }: Catalogue, field: keyof RetryAdvice): string => String(retry[field] ?? '');
  const changes = fields.flatMap((field) => changed(field, told(before, field), told(after, field)));
  return changes.length > 0 ? [{ subject: 'retry advice', weight: 'words', changes }] : [];
}
