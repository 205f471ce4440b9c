import { isCalledOff, isSeveralDays, past, upcoming } from '../model/occasions.ts';

/** What templates ask about events and saved dates. */
export const occasionFilters = { upcoming, past, calledOff: isCalledOff, severalDays: isSeveralDays };
