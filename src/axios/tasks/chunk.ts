// The code that only delayed tasks need: dialects, tokens, following. `load.ts` imports it with the first
// delayed outcome. So it is not part of what `attachOutcomes` loads.
export { TaskFollower } from './follower.js';
export { finishStarted } from './start.js';
