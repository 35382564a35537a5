// What the bench has promised: a target that is missed makes it fail, at its end.
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

/** Tells what was missed; true where nothing was. */
export function allHeld() {
  for (const line of missed) console.error(`missed  ${line}`);
  return missed.length === 0;
}
