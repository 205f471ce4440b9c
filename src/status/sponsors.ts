import { spellDate } from '../content/dates/calendar.ts';
import { compareText } from '../diagnostics/diagnostic.ts';
import type { Site } from '../model/values.ts';
import { placeOf } from './places.ts';
import type { Todo } from './todo.ts';

/** How far ahead one talks with a sponsor about the time after. */
const ahead = { days: 60 };
/** From when on it is urgent. */
const daysBefore = { days: 30 };

/** Sponsors whose time ends soon, or has ended, the first to end first. */
export function endingSponsors({ sponsors, config, now }: Site): Todo[] {
  const today = now.toZonedDateTimeISO(config.timezone).toPlainDate();
  const horizon = today.add(ahead).toString();
  return sponsors
    .flatMap(({ name, until, entry }): Todo[] => {
      const last = until?.at.toPlainDate();
      if (!last || last.toString() > horizon) return [];
      return [
        {
          section: 'sponsors',
          about: name,
          day: last.toString(),
          lacks: 'sponsor',
          message: `its time ${last.toString() < today.toString() ? 'ended' : 'ends'} on ${spellDate(last)}`,
          due: last.subtract(daysBefore).toString(),
          at: entry && placeOf(entry, 'until'),
          command: undefined,
        },
      ];
    })
    .sort((a, b) => compareText(a.day!, b.day!));
}
