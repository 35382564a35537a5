import { isProblemKind } from '../classify/classify.js';
import type { SchemaIssue } from '../semantics/schema.js';
import type { AnyOutcome, AnyResponses, Issue, RetryVerdict } from './types.js';

/**
 * Checks the body of an answered outcome against its schema, and puts the
 * schema's output in place of `data` or `problem`. A body that does not fit makes
 * the outcome `malformed`, with the issues and the raw body. What a schema throws
 * is a bug in it, and thrown.
 */
export async function validateOutcome(outcome: AnyOutcome, schemas: AnyResponses): Promise<AnyOutcome> {
  const part = partOf(outcome);
  if (part === undefined) return outcome;
  const own = part.describes ? schemas[part.status] : undefined;
  const schema = own ?? (part.name === 'problem' ? schemas.problem : undefined);
  if (schema === undefined) return outcome;
  const result = await schema['~standard'].validate(part.body);
  if (result.issues) return malformed(outcome, part.body, result.issues);
  // Only the validated part changes, and it becomes what the schema's type promises.
  return { ...outcome, [part.name]: result.value } as AnyOutcome;
}

interface Part {
  readonly name: 'data' | 'problem';
  readonly status: number;
  readonly body: unknown;
  /** Whether the schema of the status is about this body: not where a body moved the status. */
  readonly describes: boolean;
}

/** The part of an outcome that comes from the body, where its status is documented. */
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

/** Data and problems are two sorts of body; a schema is for that of the row's own kind. */
function isOfOwnSort({ kind, documented }: Extract<AnyOutcome, { readonly documented?: unknown }>): boolean {
  return documented === undefined || isProblemKind(documented.kind) === isProblemKind(kind);
}

function malformed(outcome: AnyOutcome, data: unknown, issues: readonly SchemaIssue[]): AnyOutcome {
  // A malformed outcome has no problem and no alternatives: the body stands as its data.
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
  // Every field of Malformed is there: `partOf` has let only answered outcomes through.
  return whole as AnyOutcome;
}

interface OfSomeKinds {
  readonly problem?: unknown;
  readonly alternatives?: unknown;
  readonly retry?: RetryVerdict;
}

/** Libraries put more into an issue than can be cloned, the schema itself among it. */
function plainIssue({ message, path }: SchemaIssue): Issue {
  if (path === undefined) return { message };
  // Of arktype's class of paths, `map` would make another one, which cannot be cloned.
  const plain = Array.from(path, (step) => {
    const key = typeof step === 'object' ? step.key : step;
    return typeof key === 'number' ? key : String(key);
  });
  return { message, path: Object.freeze(plain) };
}
