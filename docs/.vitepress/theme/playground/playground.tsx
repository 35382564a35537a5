import { defineComponent } from 'vue';
import { AnswersForm } from './answers-form.js';
import { ExampleSelect, RequestForm } from './request-form.js';
import { Result, Verdict } from './result.js';
import { providePlayground } from './state.js';
import './playground.css';

/** The page to play with. */
export default defineComponent(() => {
  const state = providePlayground();
  return () => (
    <div class="playground vp-doc">
      <p>{state.texts.intro}</p>
      <ExampleSelect />
      <Verdict />
      <div class="play-columns">
        <form onSubmit={(event) => event.preventDefault()}>
          <RequestForm />
          <AnswersForm />
        </form>
        <Result />
      </div>
    </div>
  );
});
