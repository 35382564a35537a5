import { isProblemKind } from '../classify/classify.js';
import type { SchemaIssue } from '../semantics/schema.js';
import type { AnyOutcome, AnyResponses, Issue, RetryVerdict } from './types.js';

/**
 * Checks the body of an answered outcome by its schema, and replaces `data` or `problem` by the
 * schema's output. A body that does not fit makes the outcome `malformed`, with the issues and the
 * raw body. An error that a schema throws is a bug in the schema, and is thrown to the caller.
 */
export async function validateOutcome(outcome: AnyOutcome, schemas: AnyResponses): Promise<AnyOutcome> {
  const part = partOf(outcome);
  if (part === undefined) return outcome;
  const own = part.describes ? schemas[part.status] : undefined;
  const schema = own ?? (part.name === 'problem' ? schemas.problem : undefined);
  if (schema === undefined) return outcome;
  const result = await schema['~standard'].validate(part.body);
  if (result.issues) return malformed(outcome, part.body, result.issues);
  // The cast holds: only the validated part changes, and the schema's type describes the new part.
  return { ...outcome, [part.name]: result.value } as AnyOutcome;
}

interface Part {
  readonly name: 'data' | 'problem';
  readonly status: number;
  readonly body: unknown;
  /** Whether the schema of the status describes this body. It does not when a code in the body changed the kind. */
  readonly describes: boolean;
}

/** The part of an outcome that comes from the body, if the catalogue documents the status. */
function partOf(outcome: AnyOutcome): Part | undefined {
  switch (outcome.kind) {
    case 'success':
    case 'delayed':
    case 'choices':
      return { name: 'data', status: outcome.status, body: outcome.data, describes: isOfOwnSort(outcome) };
    case 'rejected':
    case 'unavailable':
    case 'failed': {
      const { status, problem } = outcome;
      return { name: 'problem', status, body: problem.details, describes: isOfOwnSort(outcome) };
    }
    default:
      return undefined;
  }
}

/** Data and problems are two sorts of body. A schema describes the sort that the row's kind has. */
function isOfOwnSort({ kind, documented }: Extract<AnyOutcome, { readonly documented?: unknown }>): boolean {
  return documented === undefined || isProblemKind(documented.kind) === isProblemKind(kind);
}

function malformed(outcome: AnyOutcome, data: unknown, issues: readonly SchemaIssue[]): AnyOutcome {
  // A malformed outcome has no problem and no alternatives: its body is in `data`.
  const { problem: _, alternatives: __, ...rest }: AnyOutcome & OfSomeKinds = outcome;
  const whole = {
    ...rest,
    kind: 'malformed',
    ok: false,
    status: 'other',
    data,
    issues: issues.map(plainIssue),
    retry: rest.retry ?? { stopped: 'not-retryable' },
  };
  // The cast holds: `partOf` lets only answered outcomes through, and they have every field of Malformed.
  return whole as AnyOutcome;
}

interface OfSomeKinds {
  readonly problem?: unknown;
  readonly alternatives?: unknown;
  readonly retry?: RetryVerdict;
}

/** Some libraries put values into an issue that cannot be cloned, such as the schema itself. */
function plainIssue({ message, path }: SchemaIssue): Issue {
  if (path === undefined) return { message };
  // arktype's paths have a class of their own. `map` would return this class, which cannot be cloned.
  const plain = Array.from(path, (step) => {
    const key = typeof step === 'object' ? step.key : step;
    return typeof key === 'number' ? key : String(key);
  });
  return { message, path: Object.freeze(plain) };
}
