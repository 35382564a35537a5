// The targets of the bench. If a target is missed, the bench fails at its end.
import { judged } from './table.js';

const missed = [];

/**
 * The row with its verdict. `holds` is strict where a count is judged; where time is
 * measured, `beyondNoise` says whether the miss is more than this run's own noise explains.
 */
export function judge(title, line, holds, beyondNoise = !holds) {
  if (!holds && beyondNoise) missed.push(`${title}:${line}`);
  return judged(line, holds ? 'ok' : beyondNoise ? 'over' : 'over, within noise');
}

/** Prints the missed targets. Returns true if no target was missed. */
export function allHeld() {
  for (const line of missed) console.error(`missed  ${line}`);
  return missed.length === 0;
}
