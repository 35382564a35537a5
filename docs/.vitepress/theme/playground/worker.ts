// The scenarios are played in a worker, whose clock the test kit replaces: the page keeps its own.
import { type Played, play } from './play.js';
import { type Choices, choicesOf } from './presets.js';
import type { CatalogueName, Method, Scenario } from './scenario.js';

export type Asked =
  | { readonly number: number; readonly play: Scenario }
  | {
      readonly number: number;
      readonly choices: { readonly catalogue: CatalogueName; readonly method: Method };
    };

export type Told = { readonly number: number } & (
  | { readonly played: Played }
  | { readonly choices: Choices }
  | { readonly error: string }
);

async function answer(asked: Asked): Promise<Told> {
  const { number } = asked;
  try {
    if ('play' in asked) return { number, played: await play(asked.play) };
    const { catalogue, method } = asked.choices;
    return { number, choices: await choicesOf(catalogue, method) };
  } catch (error) {
    return { number, error: error instanceof Error ? error.message : String(error) };
  }
}

// One after the other: they share the worker's clock.
let last: Promise<unknown> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  last = last.then(async () => postMessage(await answer(data)));
});
