import { literal } from '../emit/literal.js';
import type { LinkedTask } from './linked-tasks.js';

/** The types that the source of dialects needs. */
export const dialectTypes: readonly string[] = ['TaskAnswer', 'TaskLink', 'TaskReading'];

/** The source of a catalogue's `dialects`, one for each request that asks for a task; undefined where there is none. */
export function dialectsSource(tasks: readonly LinkedTask[]): string | undefined {
  const byName = new Map(tasks.map((task) => [task.dialect, task]));
  if (byName.size === 0) return undefined;
  return `[\n${[...byName.values()].map(dialectSource).join('')}  ]`;
}

function dialectSource({ dialect, path, field, done, failed, cancelled }: LinkedTask): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const printed = segments.map((segment) => (segment.startsWith('{') ? 'String(id)' : literal(segment)));
  const name = literal(dialect);
  const ending = (state: string, words: readonly string[], rest: string): string =>
    words.length === 0
      ? ''
      : `        if (${literal(words)}.includes(word)) return { state: '${state}', word, ${rest} };\n`;
  return `    {
      name: ${name},
      start: ({ url, body, operation }: TaskAnswer): TaskLink | undefined => {
        if (operation?.task?.dialect !== ${name}) return undefined;
        const id: unknown = Object(body)[operation.task.id];
        // What could lead to another path is no id.
        const isPlain = typeof id === 'string' || typeof id === 'number';
        if (!isPlain || !/^[\\w~:@-][\\w.~:@-]*$/.test(String(id))) return undefined;
        const called = operation.path.split('/').filter(Boolean).length;
        const base = new URL(url).pathname.split('/').filter(Boolean).slice(0, -called);
        return { monitor: ['', ...base, ${printed.join(', ')}].join('/') };
      },
      read: ({ body }: TaskAnswer): TaskReading => {
        const word: unknown = Object(body)[${literal(field)}];
        if (typeof word !== 'string') return { state: 'unreadable', message: ${literal(`the task has no ${field}`)} };
${ending('done', done, 'data: body')}${ending('failed', failed, 'problem: body')}${ending('cancelled', cancelled, 'problem: body')}        return { state: 'running', word };
      },
    },
`;
}
