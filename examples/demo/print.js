// Plain text for people: no colour, aligned, and no wider than the terminal.

/**
 * @typedef {import('axios-outcome').AnyOutcome} AnyOutcome
 * @typedef {import('./server.js').Entry} Entry
 */

/** 100 columns where nobody says how wide the output is, as in a pipe. */
const width = Math.max(70, Math.min(process.stdout.columns ?? 100, 110));

/**
 * One call: what went over the wire, what it came to, and why.
 * @param {string} title
 * @param {AnyOutcome} outcome
 * @param {readonly Entry[]} [received] the server's own log of this call
 */
export function printCall(title, outcome, received) {
  const { request, attempts } = outcome;
  console.log(`${title}\n  ${request.method} ${request.path}`);
  const wire = wireOf(outcome);
  if (received) wire.push(`  (the server saw ${requests(received.length)})`);
  printField('wire', wire);
  printField('outcome', result(outcome));
  if ('documented' in outcome && outcome.documented) {
    const { name, meaning } = outcome.documented;
    printField('documented', `${name}: ${meaning?.en ?? ''}`.split(' '));
  }
  for (const { number, because } of attempts) printField(`attempt ${number}`, because.split(' '));
  if (received && received.length > 0) printField('server log', serverSide(received));
  console.log();
}

/**
 * What came back on each attempt, and the waits between.
 * @param {AnyOutcome} outcome
 */
export function wireOf({ attempts }) {
  return attempts.flatMap(({ number, status, code, waitedMs }) => {
    const end = code && status ? `${status} (${code})` : `${status ?? code}`;
    return number > 1 ? [`-${waitedMs} ms-`, end] : [end];
  });
}

/**
 * What the server sent, and how long after the request before it each one arrived.
 * @param {readonly Entry[]} received
 */
function serverSide(received) {
  return received.map(({ sent, at }, index) => {
    const before = received[index - 1];
    const comma = index < received.length - 1 ? ',' : '';
    return before ? `${Math.round(at - before.at)} ms later ${sent}${comma}` : `${sent}${comma}`;
  });
}

/** @param {AnyOutcome} outcome */
function result(outcome) {
  const parts = [outcome.kind, `effect ${outcome.effect}`];
  if ('problem' in outcome && outcome.problem.code) parts.push(`problem ${outcome.problem.code}`);
  if ('code' in outcome) parts.push(`code ${outcome.code}`);
  if (outcome.kind === 'delayed') parts.push(`task ${JSON.stringify(outcome.data)}`);
  if ('issues' in outcome) parts.push(`${outcome.issues[0]?.message}`);
  if ('retry' in outcome) {
    const { stopped, retryAt } = outcome.retry;
    const until = retryAt === undefined ? '' : `, come back at ${new Date(retryAt).toISOString()}`;
    parts.push(`stopped: ${stopped}${until}`);
  }
  return parts.map((part, index) => (index < parts.length - 1 ? `${part},` : part));
}

/** @param {string} name @param {readonly string[]} words */
function printField(name, words) {
  printTable([[`  ${name.padEnd(10)}`, words]]);
}

/**
 * Rows under a header. Each column is as wide as its widest text; the last one gets what is left of the
 * width, and its words go on in further lines.
 * @param {readonly (readonly [...string[], readonly string[]])[]} rows
 */
export function printTable(rows) {
  const heads = rows.map((row) => /** @type {string[]} */ (row.slice(0, -1)));
  const widths = (heads[0] ?? []).map((_, i) => Math.max(...heads.map((head) => head[i]?.length ?? 0)));
  rows.forEach((row, i) => {
    const head = `  ${heads[i]?.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}  `;
    const lines = wrap(/** @type {readonly string[]} */ (row.at(-1)), width - head.length);
    for (const [n, line] of lines.entries()) {
      console.log(`${n === 0 ? head : ' '.repeat(head.length)}${line}`.trimEnd());
    }
  });
}

/**
 * Words that are never broken, in lines of at most `room` characters.
 * @param {readonly string[]} words
 * @param {number} room
 */
function wrap(words, room) {
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1);
    if (!line) lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word.trimStart());
  }
  return lines;
}

/** @param {number} count */
export const requests = (count) => (count === 0 ? 'none' : `${count} request${count === 1 ? '' : 's'}`);
