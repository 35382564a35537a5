//#region src/semantics/operation.d.ts
/** A documented call. */
interface Operation {
  readonly method: string;
  /** The path, with `{param}` for a segment: `/v1.0/{project_id}/kms/describe-key`. */
  readonly path: string;
  /** True: sending the same request twice leaves the same state behind. */
  readonly repeatable?: boolean;
  /**
  * The call starts a task. Its answer is `delayed` where the body has a text under
  * `id`, whatever its 2xx status; the status names `delayed` in `or`.
  */
  readonly task?: TaskOperation;
}
/** How a call that starts a task tells of it. */
interface TaskOperation {
  /** The name of the dialect that follows the task. */
  readonly dialect: string;
  /** The field of the answer's body that holds the task's id. Empty where a header tells of the task, and `field` or `words` is given. */
  readonly id: string;
  /** The field of a monitor's answer that holds the task's state, such as `job.phase`. Default: that of the dialect. */
  readonly field?: string;
  /** What the API's own words for that state mean, compared whole and in any case. The usual words are known without. */
  readonly words?: TaskWords;
}
/** An API's words for the state of a task. */
interface TaskWords {
  readonly running?: readonly string[];
  readonly done?: readonly string[];
  readonly failed?: readonly string[];
  readonly cancelled?: readonly string[];
}
//#endregion
//#region src/semantics/dialect.d.ts
/** An answer of a server, as a dialect reads it. */
interface TaskAnswer {
  /** The method of the request that started the task, in capitals. */
  readonly method: string;
  /** The absolute address that gave this answer. */
  readonly url: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body: parsed where it is JSON. */
  readonly body: unknown;
  /** The documented operation of the call that started the task; polls have it too. */
  readonly operation?: Operation;
}
/** Where a task is followed. Addresses may be relative to the answer's. */
interface TaskLink {
  /** Asked with GET until the task has ended. */
  readonly monitor: string;
  /** Where the result will be, where that is known already. */
  readonly result?: string;
}
/** What a monitor's answer says of the task. */
type TaskReading = {
  readonly state: "running"; /** The server's own word. */
  readonly word?: string; /** Nobody knows the word: where it stays, the task is given up after a while. */
  readonly unknown?: true; /** From 0 to 100. */
  readonly progress?: number; /** A new address to ask, and a new address of the result. */
  readonly link?: Partial<TaskLink>;
} | {
  readonly state: "done";
  readonly word?: string; /** Where the result is. Without it, `data` is the result. */
  readonly result?: string;
  readonly data?: unknown;
} | {
  readonly state: "failed" | "cancelled";
  readonly word?: string; /** The part of the body that says why, as an error body would. */
  readonly problem: unknown;
} | {
  readonly state: "expired";
} | {
  readonly state: "unreadable";
  readonly message: string;
};
/** How one family of APIs tells of its delayed tasks. */
interface Dialect {
  /** Stands in tokens, so that another process finds the dialect again. */
  readonly name: string;
  /** The task that an answer started, or undefined where the answer is of another dialect. */
  readonly start: (answer: TaskAnswer) => TaskLink | undefined;
  /** What an answer of the monitor says. It is asked for answers below 400 only. */
  readonly read: (answer: TaskAnswer, link: TaskLink) => TaskReading;
  /** The request that asks the server to stop the task, where the API has one. */
  readonly cancel?: (link: TaskLink) => {
    readonly method: string;
    readonly url: string;
  };
}
//#endregion
//#region src/semantics/kinds.d.ts
/**
* What the caller does next. A kind that a catalogue can give to a status.
*
* - `success`: done, there is data.
* - `delayed`: accepted and not done yet; there is a task to follow.
* - `empty`: done, there is no body.
* - `unmodified`: the cached copy is good.
* - `choices`: several representations to choose from.
* - `redirected`: elsewhere, and not followed.
* - `rejected`: change the request first.
* - `unavailable`: the same request may work later.
* - `failed`: the server broke.
*/
type DocumentedKind = "success" | "delayed" | "empty" | "unmodified" | "choices" | "redirected" | "rejected" | "unavailable" | "failed";
/**
* Every kind an outcome can have: the documented ones, and those that no
* documentation can promise.
*
* - `unexpected`: a status the catalogue does not document.
* - `malformed`: the body is not what was promised.
* - `unreachable`: no response.
* - `cancelled`: the caller stopped it.
*/
type Kind = DocumentedKind | "unexpected" | "malformed" | "unreachable" | "cancelled";
/**
* Whether the documentation says that the same request may work later.
*
* - `never`: it will not.
* - `transient`: a passing fault.
* - `throttle`: too many requests; waits are longer.
*/
type Retryability = "never" | "transient" | "throttle";
/**
* What happened to the work that was asked for.
*
* - `applied`: it was done.
* - `pending`: it was accepted and will be done.
* - `none`: nothing was done.
* - `unknown`: it may have been done; sending it again may do it twice.
*/
type Effect = "applied" | "pending" | "none" | "unknown";
//#endregion
//#region src/semantics/catalogue.d.ts
/** A meaning in our own words; names and numbers are the documentation's. */
interface Meaning {
  readonly en: string;
  readonly zh: string;
}
/** One documented status code. */
interface StatusEntry {
  /** The name exactly as the documentation prints it. */
  readonly name: string;
  readonly kind: DocumentedKind;
  /** The other kinds that a body can move this status to. The types carry them. */
  readonly or?: readonly DocumentedKind[];
  readonly retry: Retryability;
  /** Milliseconds that the documentation asks to wait after throttling where the answer names no time; doubled each time. */
  readonly retryAfterMs?: number;
  readonly meaning?: Meaning;
  /** Where this row is documented: a document and section, or an address. */
  readonly source: string;
}
/** One documented error code, which refines the status it comes with. */
interface CodeEntry {
  /** The kind, where it is not the status's own. The status must name it in `or`. */
  readonly kind?: DocumentedKind;
  /** The retryability, where it is not the status's own. */
  readonly retry?: Retryability;
  /** The wait after throttling, where it is not the status's own. See {@link StatusEntry}. */
  readonly retryAfterMs?: number;
  /** The credentials are stale: new ones and one more attempt may help. */
  readonly reauthenticate?: true;
  /** The statuses it is documented with. Without it, the code refines any status. */
  readonly statuses?: readonly number[];
  readonly meaning?: Meaning;
  /** What the caller can do about it, in our own words. */
  readonly remedy?: Meaning;
  readonly source: string;
}
/** What the documentation itself advises about retries. The defaults of a client. */
interface RetryAdvice {
  /** Retries after the first attempt. */
  readonly retries?: number;
  /** Milliseconds that one attempt may take where axios's `timeout` is not set. */
  readonly attemptTimeoutMs?: number;
  readonly baseDelayMs?: number;
  readonly throttleDelayMs?: number;
  readonly maxDelayMs?: number;
  readonly maxHintMs?: number;
  /** The API knows a repeated POST by its `Idempotency-Key`: every POST and PATCH gets a random one. */
  readonly idempotencyKey?: true;
  readonly source?: string;
}
/** What is wrong with one field of the request. */
interface FieldProblem {
  /** The field as the API names it: `email`, `items[0].name`, `#/age`. */
  readonly path: string;
  readonly message?: string;
  readonly code?: string;
}
/**
* What an error body says, in one shape for all vendors. All texts are cut to
* 500 characters, and are the server's: escape them before they enter a page.
*/
interface Problem<Code extends string = string> {
  /** The API's error code, also where it is a number on the wire: `KMS.0205`, `NOT_FOUND`, `1101`. */
  readonly code?: Code;
  /** What the catalogue says of this code with this status: its meaning, its remedy, its source. */
  readonly documented?: CodeEntry;
  /** A text to print: the message, `detail` or `title` of the body, or the title of an HTML page. */
  readonly message?: string;
  /** The id to name when asking the API's support, from the body or a header. */
  readonly requestId?: string;
  /** RFC 9457, 3.1.3: a summary of this type of problem. */
  readonly title?: string;
  /** RFC 9457, 3.1.4: an explanation of this one occurrence. */
  readonly detail?: string;
  /** RFC 9457, 3.1.1: the URI that names the type of problem. Elsewhere a word, such as `card_error`. */
  readonly type?: string;
  /** The fields that the body says are in error, the first hundred of them. */
  readonly fields?: readonly FieldProblem[];
  /** The body: parsed where it is JSON, as text where it is text, and else as it came. */
  readonly details: unknown;
}
/**
* An API's documentation of its status codes, as data.
*
* Write one as `{ … } as const satisfies Catalogue` (or pass a literal to
* `defineCatalogue`), so that its statuses become types.
*/
interface Catalogue {
  readonly name: string;
  /** The document that the catalogue was written from. */
  readonly source: string;
  readonly statuses: {
    readonly [status: number]: StatusEntry;
  };
  readonly codes?: {
    readonly [code: string]: CodeEntry;
  };
  readonly operations?: readonly Operation[];
  readonly retry?: RetryAdvice;
  /** How the API tells of its delayed tasks, where no built-in dialect knows. Tried before those. */
  readonly dialects?: readonly Dialect[];
  /** Headers that may carry the request's id, the first one found wins. */
  readonly requestId?: readonly string[];
  /**
  * The header by which the server says `true` or `false` to the same request again, such as
  * `stripe-should-retry`. `false` is a veto; `true` makes any answer transient, and the safety table
  * still has the last word. Without it, only the veto of `x-should-retry` is known.
  */
  readonly retryHeader?: string;
  /**
  * Finds the problem in an error answer of this API. It gets the body as parsed
  * (JSON, else text; of a body above 64 kB the text of its start), the headers
  * with names in lower case, and the status. An API without codes may be given
  * some here, where its headers or messages tell cases apart that need different
  * answers: say so in the source of their entries. Without it, or where it finds nothing, the
  * built-in shapes are tried.
  *
  * Only texts, numbers and `fields` are taken from what it returns. Where it
  * throws, it found nothing: an answer has come and has a meaning by its status,
  * and a bug in reading its body must not make a rejected promise of it.
  */
  readonly readProblem?: (body: unknown, headers: Readonly<Record<string, string>>, status: number) => Omit<Problem, "details"> | undefined;
  /**
  * Finds in an answer how many milliseconds the server asks to wait, where no built-in
  * hint says it: in a header or a field of this API alone. It is asked last, and gets
  * the headers with names in lower case and the body as `readProblem` does.
  *
  * What is no number from 0, or more than a year, is no hint. Where it throws, it found nothing.
  *
  * @example
  * readHint: (headers) => (headers['x-acme-wait-s'] ? Number(headers['x-acme-wait-s']) * 1000 : undefined)
  */
  readonly readHint?: (headers: Readonly<Record<string, string>>, body: unknown) => number | undefined;
}
/** The statuses that a catalogue documents, as number literals. */
type Documented<C extends Catalogue> = keyof C["statuses"] & number;
//#endregion
export { Operation as _, Meaning as a, StatusEntry as c, Kind as d, Retryability as f, TaskReading as g, TaskLink as h, FieldProblem as i, DocumentedKind as l, TaskAnswer as m, CodeEntry as n, Problem as o, Dialect as p, Documented as r, RetryAdvice as s, Catalogue as t, Effect as u };