import type { Played } from './play.js';
import type { Choices } from './presets.js';
import type { CatalogueName, Method, Scenario } from './scenario.js';
import type { Asked, Told } from './worker.js';

/** The worker, asked with promises. */
export interface Player {
  /** Rejects with the library's own message where the scenario is refused. */
  play(scenario: Scenario): Promise<Played>;
  choices(catalogue: CatalogueName, method: Method): Promise<Choices>;
  close(): void;
}

export function startPlayer(): Player {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (told: Told) => void>();
  let count = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    waiting.get(data.number)?.(data);
    waiting.delete(data.number);
  });

  function ask(number: number, asked: Asked): Promise<Told> {
    return new Promise((resolve) => {
      waiting.set(number, resolve);
      // The page's reactive objects are proxies, which cannot be cloned.
      worker.postMessage(JSON.parse(JSON.stringify(asked)));
    });
  }

  return {
    async play(scenario) {
      const number = ++count;
      const told = await ask(number, { number, play: scenario });
      if ('played' in told) return told.played;
      throw new Error('error' in told ? told.error : 'The worker gave no outcome.');
    },
    async choices(catalogue, method) {
      const number = ++count;
      const told = await ask(number, { number, choices: { catalogue, method } });
      if ('choices' in told) return told.choices;
      throw new Error('error' in told ? told.error : 'The worker gave no choices.');
    },
    close: () => worker.terminate(),
  };
}
