const beatMs = 5;
/** An idle loop is late by a millisecond or two at each beat; less than this is not a standstill. */
const standstillMs = 3 * beatMs;

/**
 * Starts to measure; the function that it returns stops, and gives the milliseconds
 * that passed, less those for which the event loop of this process stood still.
 * A machine that runs something else holds up every timer alike, and says nothing
 * about whose timer was set too late: on an idle one nothing is taken off.
 */
export function stopwatch(): () => number {
  const startedAt = performance.now();
  let lastBeat = startedAt;
  let stoodStill = 0;
  const beat = () => {
    const now = performance.now();
    if (now - lastBeat > standstillMs) stoodStill += now - lastBeat - beatMs;
    lastBeat = now;
  };
  const heart = setInterval(beat, beatMs);
  return () => {
    clearInterval(heart);
    beat();
    return performance.now() - startedAt - stoodStill;
  };
}
