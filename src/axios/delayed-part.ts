// What only a delayed task needs: dialects, tokens, following. `load-delayed.ts` imports it when the
// first such outcome is there, so that it is no part of what `attachOutcomes` pulls in.
export { describeTask } from './started-task.js';
export { Tasks } from './tasks.js';
