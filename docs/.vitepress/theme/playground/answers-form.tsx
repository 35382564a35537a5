import { defineComponent, type FunctionalComponent } from 'vue';
import { Check, Field, inputOf } from './field.js';
import type { Preset } from './presets.js';
import type { Answer } from './scenario.js';
import { type PlaygroundState, usePlayground } from './state.js';

/** The answers of the API, the first one first. */
export const AnswersForm = defineComponent(() => {
  const state = usePlayground();
  return () => {
    const { texts, scenario } = state;
    return (
      <section aria-label={texts.answers}>
        <h2>{texts.answers}</h2>
        <p>{texts.answersHint}</p>
        {scenario.answers.map((answer, index) => (
          <AnswerForm key={answer.id} state={state} answer={answer} number={index + 1} />
        ))}
        <button type="button" data-play="add" onClick={state.addAnswer}>
          {texts.add}
        </button>
      </section>
    );
  };
});

interface AnswerProps {
  readonly state: PlaygroundState;
  readonly answer: Answer;
}

const AnswerForm: FunctionalComponent<AnswerProps & { readonly number: number }> = ({
  state,
  answer,
  number,
}) => {
  const { texts, scenario } = state;
  return (
    <fieldset data-answer={number}>
      <legend>{texts.answer(number)}</legend>
      <PresetSelect state={state} answer={answer} />
      {answer.failure === undefined && <StatusFields state={state} answer={answer} />}
      <Field label={texts.latency}>
        <input
          data-play="latency"
          type="number"
          min="0"
          value={answer.latencyMs}
          onInput={(event) => state.changeAnswer(answer.id, { latencyMs: Number(inputOf(event).value) })}
        />
      </Field>
      {answer.failure === undefined && <ContentFields state={state} answer={answer} />}
      {scenario.answers.length > 1 && (
        <button type="button" onClick={() => state.removeAnswer(answer.id)}>
          {texts.remove(number)}
        </button>
      )}
    </fieldset>
  );
};

/** Every answer that the catalogue documents, by kind. */
const PresetSelect: FunctionalComponent<AnswerProps> = ({ state, answer }) => {
  const { texts, choices } = state;
  const chosen = choices.presets.find((preset) => isPreset(answer, preset));
  const choose = (event: Event) => {
    const preset = choices.presets.find(({ name }) => name === inputOf(event).value);
    if (preset === undefined) return;
    const { failure: _, ...rest } = answer;
    state.change({
      answers: state.scenario.answers.map((other) =>
        other.id === answer.id ? { ...rest, ...preset.answer } : other,
      ),
    });
  };
  return (
    <Field label={texts.preset} wide>
      <select data-play="preset" onChange={choose}>
        <option value="" selected={chosen === undefined}>
          {texts.choosePreset}
        </option>
        {[...new Set(choices.presets.map(({ kind }) => kind))].map((kind) => (
          <optgroup key={kind} label={kind}>
            {choices.presets
              .filter((preset) => preset.kind === kind)
              .map(({ name }) => (
                <option key={name} value={name} selected={name === chosen?.name}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
};

function isPreset(answer: Answer, { answer: preset }: Preset): boolean {
  if (answer.failure !== undefined || preset.failure !== undefined) return answer.failure === preset.failure;
  const { status, code, body, cut } = preset;
  const same = answer.status === status && answer.code === code && answer.cut === cut;
  return same && answer.headers === '' && answer.body === body;
}

const StatusFields: FunctionalComponent<AnswerProps> = ({ state, answer }) => {
  const { texts } = state;
  const set = (part: Partial<Answer>) => state.changeAnswer(answer.id, part);
  return (
    <>
      <Field label={texts.status}>
        <input
          data-play="status"
          type="number"
          min="100"
          max="999"
          value={answer.status}
          onInput={(event) => set({ status: Number(inputOf(event).value) })}
        />
      </Field>
      <Field label={texts.code}>
        <input
          data-play="code"
          spellcheck="false"
          value={answer.code}
          onInput={(event) => set({ code: inputOf(event).value })}
        />
      </Field>
    </>
  );
};

/** Headers and body, put away while the API's own are good enough. */
const ContentFields: FunctionalComponent<AnswerProps> = ({ state, answer }) => {
  const { texts } = state;
  const { headers, body, cut } = answer;
  const set = (part: Partial<Answer>) => state.changeAnswer(answer.id, part);
  const area = (name: 'headers' | 'body', text: string, placeholder: string) => (
    <textarea
      data-play={name}
      rows={text.split('\n').length}
      spellcheck="false"
      placeholder={placeholder}
      value={text}
      onInput={(event) => set({ [name]: inputOf(event).value })}
    />
  );
  return (
    <details open={headers !== '' || body !== '' || cut}>
      <summary>{texts.content}</summary>
      <Field label={texts.headers}>{area('headers', headers, 'Retry-After: 2')}</Field>
      <Field label={texts.body}>{area('body', body, texts.bodyHint)}</Field>
      <Check label={texts.cut} checked={cut} set={(on) => set({ cut: on })} />
    </details>
  );
};
