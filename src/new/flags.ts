import { talk } from '../content/schema/event.ts';
import type { Schema } from '../content/schema/field.ts';
import { flag, record } from '../content/schema/readers.ts';
import { bodyField, makings, type Thing } from './things.ts';

/** An option of `meetpress new`, made from a field of the schema. */
export interface Flag {
  /** Without its dashes: `image-alt`. */
  readonly name: string;
  readonly field: string;
  /** Whether the field is one of the event's only talk. */
  readonly ofTalk: boolean;
  readonly doc: string;
  /** Whether it says yes where nothing follows it. */
  readonly isYesOrNo: boolean;
  /** Another spelling of the field, which help doesn't list. */
  readonly hidden: boolean;
}

/** What the call itself takes. */
const own = ['root', 'now', 'stdin', 'form', 'format', 'editor', 'open', 'help', 'talk'];

/** The options for a thing: one for each field that fits into one, and for each other spelling. @returns names once */
export function flagsOf(thing: Thing): readonly Flag[] {
  const { schema } = makings[thing];
  const fields = [...flagsIn(schema, false), ...(thing === 'event' ? flagsIn(talk, true) : [])];
  const title = fields.find(({ ofTalk, field }) => ofTalk && field === 'title');
  const body = { name: bodyField, field: bodyField, doc: 'What stands below the fields, in Markdown.' };
  const event = {
    name: 'event',
    field: 'event',
    doc: 'The event at which it is given: `next`, its file, its title, or its day.',
  };
  const all: readonly Flag[] = [
    ...(title ? [{ ...title, name: 'talk', doc: 'The title of a talk; `--speakers` and others go with it.' }] : []),
    { ...(thing === 'talk' ? event : body), ofTalk: false, isYesOrNo: false, hidden: false },
    ...fields.filter(({ name }) => !own.includes(name)).sort((a, b) => Number(a.hidden) - Number(b.hidden)),
  ];
  return [...new Map(all.toReversed().map((each) => [each.name, each])).values()].reverse();
}

function flagsIn(schema: Schema, ofTalk: boolean): Flag[] {
  return Object.entries(schema).flatMap(([field, { read, doc, also = [] }]) => {
    if (read === record || field === 'talks') return [];
    const isYesOrNo = read === flag;
    return [field, ...also].map((spelling, index) => ({
      name: flagName(spelling),
      field,
      ofTalk,
      doc: ofTalk ? `Of the talk: ${doc}` : doc,
      isYesOrNo,
      hidden: index > 0,
    }));
  });
}

/** `image_alt` and `dateStart` as they are typed. */
export const flagName = (field: string): string =>
  field.replace(/_/g, '-').replace(/\B[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
