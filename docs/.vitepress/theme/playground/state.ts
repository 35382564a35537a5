import { useData } from 'vitepress';
import { computed, type InjectionKey, inject, onMounted, onUnmounted, provide, shallowRef, watch } from 'vue';
import { type Example, examples } from './examples.js';
import type { Played } from './play.js';
import { type Player, startPlayer } from './player.js';
import type { Choices } from './presets.js';
import type { Answer, Scenario } from './scenario.js';
import { type Texts, texts } from './texts.js';

export interface PlaygroundState {
  readonly texts: Texts;
  readonly language: 'en' | 'zh';
  readonly scenario: Scenario;
  /** The example that the scenario still is, by its place in the list. */
  readonly example: number | undefined;
  readonly choices: Choices;
  readonly played: Played | undefined;
  /** What the library says of a scenario that it refuses. */
  readonly refusal: string;
  change(part: Partial<Scenario>): void;
  changeAnswer(id: number, part: Partial<Answer>): void;
  addAnswer(): void;
  removeAnswer(id: number): void;
  chooseExample(index: number): void;
  runAgain(): void;
}

/** Changes come by keystrokes: a scenario is played when no more come for so many milliseconds. */
const quietMs = 120;
const key: InjectionKey<PlaygroundState> = Symbol('playground');

export function usePlayground(): PlaygroundState {
  const state = inject(key);
  if (state === undefined) throw new Error('usePlayground: there is no <Playground> around this component');
  return state;
}

let lastId = 0;
function withIds({ scenario }: Example): Scenario {
  return { ...scenario, answers: scenario.answers.map((answer) => ({ ...answer, id: ++lastId })) };
}

function firstExample(): Scenario {
  const [first] = examples;
  if (first === undefined) throw new Error('There is no example to begin with.');
  return withIds(first);
}

/** The state of the page, and the worker that plays it. */
export function providePlayground(): PlaygroundState {
  const { lang } = useData();
  const language = computed(() => (lang.value.startsWith('zh') ? ('zh' as const) : ('en' as const)));
  const scenario = shallowRef<Scenario>(firstExample());
  const example = shallowRef<number | undefined>(0);
  const { played, refusal, choices, runAgain } = usePlayer(() => scenario.value);

  const change = (part: Partial<Scenario>) => {
    example.value = undefined;
    scenario.value = { ...scenario.value, ...part };
  };
  const state: PlaygroundState = {
    get texts() {
      return texts[language.value];
    },
    get language() {
      return language.value;
    },
    get scenario() {
      return scenario.value;
    },
    get example() {
      return example.value;
    },
    get choices() {
      return choices.value;
    },
    get played() {
      return played.value;
    },
    get refusal() {
      return refusal.value;
    },
    change,
    changeAnswer: (id, part) =>
      change({
        answers: scenario.value.answers.map((answer) => (answer.id === id ? { ...answer, ...part } : answer)),
      }),
    addAnswer() {
      const answer = { status: 200, code: '', headers: '', body: '', cut: false, latencyMs: 120 };
      change({ answers: [...scenario.value.answers, { ...answer, id: ++lastId }] });
    },
    removeAnswer: (id) => change({ answers: scenario.value.answers.filter((answer) => answer.id !== id) }),
    chooseExample(index) {
      const chosen = examples[index];
      if (chosen === undefined) return;
      scenario.value = withIds(chosen);
      example.value = index;
    },
    runAgain,
  };
  provide(key, state);
  return state;
}

/** Plays the scenario whenever it changes, and keeps what came of it. */
function usePlayer(scenario: () => Scenario) {
  const played = shallowRef<Played>();
  const refusal = shallowRef('');
  const choices = shallowRef<Choices>({ presets: [], operations: [] });
  let player: Player | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    const asked = scenario();
    try {
      const result = await player?.play(asked);
      if (asked !== scenario() || result === undefined) return;
      played.value = result;
      refusal.value = '';
    } catch (error) {
      if (asked === scenario()) refusal.value = error instanceof Error ? error.message : String(error);
    }
  }
  async function choose(): Promise<void> {
    const { catalogue, method } = scenario();
    const found = await player?.choices(catalogue, method);
    const now = scenario();
    if (found && now.catalogue === catalogue && now.method === method) choices.value = found;
  }

  onMounted(() => {
    player = startPlayer();
    void choose();
    void run();
  });
  onUnmounted(() => {
    clearTimeout(timer);
    player?.close();
  });
  watch(scenario, () => {
    clearTimeout(timer);
    timer = setTimeout(run, quietMs);
  });
  watch(() => `${scenario().catalogue} ${scenario().method}`, choose);
  return { played, refusal, choices, runAgain: () => void run() };
}
