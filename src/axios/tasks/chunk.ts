// What only a delayed task needs: dialects, tokens, following. `load-delayed.ts` imports it when the
// first such outcome is there, so that it is no part of what `attachOutcomes` pulls in.

export { Tasks } from './follower.js';
export { describeTask } from './start.js';
