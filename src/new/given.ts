import type { Ask } from '../asking/ask.ts';
import { WrongCall } from '../commands/io.ts';
import type { Entry } from '../content/entry.ts';
import { fieldMeant } from '../content/schema/field.ts';
import { visible } from '../diagnostics/visible.ts';
import type { Site } from '../model/values.ts';
import { flagName } from './flags.ts';
import type { Data } from './input.ts';
import { type Mistake, mistakeIn, readData } from './read.ts';
import { type Asked, bodyField, makings, pictureFields, type Thing } from './things.ts';

/** What the call says of the thing to be made. */
export interface Given {
  readonly thing: Thing;
  /** By the names of fields. They outweigh the input. */
  readonly flags: Data;
  /** Of the only talk of an event. */
  readonly talkFlags: Data;
  /** What somebody sent, whom nobody has to know. */
  readonly input: Data;
}

/** What is there already, and who answers. */
export interface Making {
  /** Absolute. */
  readonly root: string;
  readonly site: Site;
  readonly entries: readonly Entry[];
  readonly ask: Ask;
}

/** The fields that were given. Throws `WrongCall`, where any of them is wrong. */
export function dataOf({ thing, flags, talkFlags, input }: Given): Data {
  const { schema } = makings[thing];
  const hasTalk = Object.keys(talkFlags).length > 0;
  const outweighed = new Set([...Object.keys(flags), ...(hasTalk ? ['talks'] : [])]);
  const sent = Object.entries(input).filter(([key]) => !outweighed.has(fieldMeant(schema, key) ?? key));
  const title = flags.title ?? sent.find(([key]) => fieldMeant(schema, key) === 'title')?.[1];
  const talk = { ...(title !== undefined && { title }), ...talkFlags };
  const data = {
    ...(hasTalk && title === undefined && { title: talkFlags.title }),
    ...Object.fromEntries(sent),
    ...flags,
    ...(hasTalk && { talks: [talk] }),
  };
  const mistakes = readData(thing, data).mistakes.filter(({ path }) => path.length > 0);
  refuse([...mistakes, ...sent.flatMap(([key, value]) => pictureSent(thing, key, value))], outweighed);
  return data;
}

/** A picture is copied for whoever types its path: for anybody else it would be any file of this machine. */
function pictureSent(thing: Thing, key: string, value: unknown): Mistake[] {
  const isPicture = pictureFields.includes(fieldMeant(makings[thing].schema, key) ?? '');
  if (!isPicture || (typeof value === 'string' && /^(?:https?:\/\/|\/)/i.test(value.trim()))) return [];
  return [
    { path: [key], message: 'what is sent can name a picture only by its address, beginning with https:// or /' },
  ];
}

/** @param byFlag fields that were given as flags, and are named so */
export function refuse(mistakes: readonly Mistake[], byFlag: ReadonlySet<string> = new Set()): void {
  if (mistakes.length === 0) return;
  const placeOf = ({ path: [first, ...rest] }: Mistake): string => {
    if (first === undefined) return '';
    const field = rest.at(-1) ?? first;
    return byFlag.has(String(first)) ? `--${flagName(String(field))}: ` : `${[first, ...rest].join('.')}: `;
  };
  throw new WrongCall(mistakes.map((each) => visible(placeOf(each) + each.message)).join('\nerror: '));
}

/**
 * Asks for a field that is still open; one that may stay open is not written where the answer is empty.
 * @param initial the answer where none is given; without it there has to be one
 */
export async function askFor(data: Data, thing: Thing, asked: Asked, { ask }: Making, initial?: string): Promise<Data> {
  const { field, message, placeholder, known } = asked;
  const { values } = readData(thing, data);
  if (values[field] !== undefined || (field === bodyField && data[bodyField] !== undefined)) return data;
  const answer = await ask.text({
    message,
    flag: `--${flagName(field)}`,
    ...(initial !== undefined && { initial }),
    ...(placeholder !== undefined && { placeholder }),
    ...(known && { known }),
    validate: (typed) =>
      typed === '' && !initial && initial !== '' ? 'this is needed' : mistakeIn(thing, field, typed),
  });
  return answer === '' ? data : { ...data, [field]: answer };
}
