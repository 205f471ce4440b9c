import type { Known } from '../asking/ask.ts';
import type { Person, Venue } from '../model/values.ts';
import { askFor, type Making } from './given.ts';
import type { Data } from './input.ts';
import { makings } from './things.ts';

const speakers = makings.talk.asked[1]!;

/** Those who have a file, to choose from. */
export const knownNames = (some: readonly (Person | Venue)[]): readonly Known[] =>
  some.flatMap(({ name, entry }) => (entry ? [{ value: name }] : []));

/** Asks who gives a talk: for all at once, or where some are known one after the other, until nobody is left. */
export async function askSpeakers(talk: Data, making: Making): Promise<Data> {
  const known = knownNames(making.site.people);
  const data = await askFor(talk, 'talk', { ...speakers, known }, making, '');
  if (data === talk || known.length === 0) return data;
  const names = [String(data.speakers)];
  const more = { ...speakers, message: 'Who else?', placeholder: 'nobody' };
  for (;;) {
    const left = known.filter(({ value }) => !names.includes(value));
    const { speakers: name } = await askFor({}, 'talk', { ...more, known: left }, making, '');
    // As a text alone, a name with a comma would be two.
    const isText = names.length === 1 && !known.some(({ value }) => value === names[0] && value.includes(','));
    if (name === undefined) return isText ? data : { ...data, speakers: names };
    names.push(String(name));
  }
}
