import { isCalledOff, isOpen, isSeveralDays, nextOf, past, upcoming } from '../model/occasions.ts';

/** What templates ask about events and saved dates. */
export const occasionFilters = {
  upcoming,
  past,
  next: nextOf,
  calledOff: isCalledOff,
  open: isOpen,
  severalDays: isSeveralDays,
};
