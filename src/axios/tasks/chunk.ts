// What only a delayed task needs: dialects, tokens, following. `load.ts` imports it when the
// first such outcome is there, so that it is no part of what `attachOutcomes` pulls in.
export { TaskFollower } from './follower.js';
export { finishStarted } from './start.js';
