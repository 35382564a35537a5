import { install as installTimers } from '@sinonjs/fake-timers';

/** The package has this in a separate file, which both formats of the test kit load (tsdown.config.ts). */
export const install: typeof installTimers = installTimers;
