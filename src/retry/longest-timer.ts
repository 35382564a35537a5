/** The most milliseconds that a timer holds (2^31 - 1); a longer one fires at once. */
export const maxTimerMs = 2_147_483_647;
