import { install as installTimers } from '@sinonjs/fake-timers';

/** In a file of its own in the package, which both formats of the test kit load (tsdown.config.ts). */
export const install: typeof installTimers = installTimers;
