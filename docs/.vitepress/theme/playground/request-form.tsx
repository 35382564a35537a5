import { defineComponent } from 'vue';
import { examples } from './examples.js';
import { Check, Field, indexIn, inputOf } from './field.js';
import { catalogueNames, methods, type PlayedOptions } from './scenario.js';
import { usePlayground } from './state.js';

const numbers = ['retries', 'baseDelayMs', 'maxHintMs', 'attemptTimeoutMs', 'deadlineMs'] as const;

/** Scenarios to begin with. */
export const ExampleSelect = defineComponent(() => {
  const state = usePlayground();
  const choose = (event: Event) => state.chooseExample(Number(inputOf(event).value));
  return () => {
    const { texts, language, example } = state;
    return (
      <Field label={texts.example} wide>
        <select data-play="example" onChange={choose}>
          {example === undefined && (
            <option value="" selected>
              {texts.ownScenario}
            </option>
          )}
          {examples.map(({ title }, index) => (
            <option key={title.en} value={index} selected={index === example}>
              {title[language]}
            </option>
          ))}
        </select>
      </Field>
    );
  };
});

/** The request and the options. */
export const RequestForm = defineComponent(() => {
  const state = usePlayground();
  return () => (
    <>
      {request()}
      {options()}
    </>
  );

  function request() {
    const { texts, scenario, choices } = state;
    return (
      <fieldset>
        <legend>{texts.request}</legend>
        <Field label={texts.catalogue}>
          <select
            data-play="catalogue"
            // The options below are the names that the type is made of.
            onChange={(event) => state.change({ catalogue: catalogueNames[indexIn(event)] ?? 'http' })}
          >
            {catalogueNames.map((name) => (
              <option key={name} value={name} selected={name === scenario.catalogue}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label={texts.method}>
          <select
            data-play="method"
            onChange={(event) => state.change({ method: methods[indexIn(event)] ?? 'GET' })}
          >
            {methods.map((method) => (
              <option key={method} value={method} selected={method === scenario.method}>
                {method}
              </option>
            ))}
          </select>
        </Field>
        <Field label={texts.path} wide>
          <input
            data-play="path"
            list="play-operations"
            autocomplete="off"
            spellcheck="false"
            value={scenario.path}
            onInput={(event) => state.change({ path: inputOf(event).value })}
          />
        </Field>
        <datalist id="play-operations">
          {choices.operations.map((path) => (
            <option key={path} value={path} />
          ))}
        </datalist>
        <Check
          label={texts.complete}
          checked={scenario.complete}
          set={(complete) => state.change({ complete })}
        />
      </fieldset>
    );
  }

  function options() {
    const { texts, scenario } = state;
    return (
      <fieldset>
        <legend>{texts.options}</legend>
        {numbers.map((name) => (
          <Field key={name} label={texts.option[name]}>
            <input
              data-play={name}
              type="number"
              placeholder={texts.byDefault}
              value={scenario.options[name] ?? ''}
              onInput={(event) => setOption({ [name]: numberOf(inputOf(event).value) })}
            />
          </Field>
        ))}
        <Field label={texts.option.jitter}>
          <select data-play="jitter" onChange={(event) => setOption({ jitter: jitters[indexIn(event)] })}>
            {jitters.map((jitter) => (
              <option key={jitter ?? ''} selected={jitter === scenario.options.jitter}>
                {jitter ?? texts.byDefault}
              </option>
            ))}
          </select>
        </Field>
        <Check
          label={texts.option.idempotencyKey}
          checked={scenario.options.idempotencyKey === true}
          set={(on) => setOption({ idempotencyKey: on ? true : undefined })}
        />
      </fieldset>
    );
  }

  /** An option that is undefined is left to the library. */
  function setOption(part: { readonly [Name in keyof PlayedOptions]: PlayedOptions[Name] | undefined }) {
    const all = Object.entries({ ...state.scenario.options, ...part });
    state.change({ options: Object.fromEntries(all.filter(([, value]) => value !== undefined)) });
  }
});

const jitters = [undefined, 'full', 'none'] as const;

function numberOf(text: string): number | undefined {
  return text === '' ? undefined : Number(text);
}
