import type { TicketClock } from '../core/contract';
import type { Localised } from '../core/language';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A clock in words: what for, and how much working time is left, or how long it has been over. */
export function clockInWords(clock: TicketClock, say: Localised): string {
  const { clocks } = say.words;
  const seconds = Math.abs(clock.remainingSeconds);
  const time = clocks.time(Math.floor(seconds / HOUR), Math.floor((seconds % HOUR) / MINUTE));
  const kind = clocks.kinds[clock.clock];
  if (clock.state === 'PAUSED') return clocks.paused(kind, time);
  return clock.remainingSeconds <= 0 ? clocks.over(kind, time) : clocks.left(kind, time);
}
