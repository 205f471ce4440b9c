import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Changed } from '../asking/replace-file.ts';
import { WrongCall } from '../commands/io.ts';
import type { Entry } from '../content/entry.ts';
import type { Source } from '../content/source.ts';
import { listOf } from '../diagnostics/suggest.ts';
import { visible } from '../diagnostics/visible.ts';
import { inOrder, yamlOf } from './file.ts';
import { askFor, dataOf, type Given, type Making, refuse } from './given.ts';
import type { Data } from './input.ts';
import { readData } from './read.ts';
import { makings } from './things.ts';

/** Most events to choose from. */
const offered = 20;

/** Adds a talk to the event that `event` names, by its id or, as a flag, its path. */
export async function addTalk(given: Given, making: Making): Promise<{ changed: Changed; speakers: Data }> {
  const { event: flag, ...flags } = given.flags;
  const { event: sent, ...input } = given.input;
  let data = dataOf({ ...given, flags, input });
  const [title, ...others] = makings.talk.asked;
  const source = flag === undefined && sent === undefined ? await chooseEvent(making) : findEvent(flag, sent, making);
  data = await askFor(data, 'talk', title, making);
  for (const each of others) data = await askFor(data, 'talk', each, making, '');
  const { values, mistakes } = readData('talk', data);
  refuse(mistakes);
  const talk = inOrder('talk', data);
  const { insertTalk } = await import('./insert-talk.ts');
  const text = insertTalk(source, talk);
  if (text === undefined)
    throw new WrongCall(
      `nothing can be added to the talks of ${source.path} as they are written; add this by hand:\n${yamlOf([talk])}`,
    );
  return { changed: { source, text }, speakers: values };
}

const isEvent = (entry: Entry): boolean => entry.kind === 'event' && entry.complete;

/** What is sent names no path. */
function findEvent(flag: unknown, sent: unknown, { root, entries }: Making): Source {
  const wanted = String(flag ?? sent);
  const below = relative(root, resolve(wanted));
  const path = flag === undefined || isAbsolute(below) ? undefined : below.split(sep).join('/');
  const events = entries.filter(isEvent);
  const found =
    events.find(({ id, source }) => id === wanted || source.path === path) ??
    (flag === undefined ? undefined : events.find(({ source }) => source.path === wanted));
  if (found) return found.source;
  const ids = events.map(({ id }) => id).slice(-3);
  const label = flag === undefined ? 'event' : '--event';
  const others = ids.length ? `; there are ${listOf(ids.map((id) => `\`${id}\``))}, for example` : '';
  throw new WrongCall(visible(`${label}: there is no event \`${wanted}\`${others}`));
}

/** Those to come, or else the latest. */
async function chooseEvent({ site: { events }, ask }: Making): Promise<Source> {
  const coming = events.filter(({ moment }) => moment !== 'past');
  const some = coming.length ? coming.slice(0, offered) : events.slice(-offered).reverse();
  if (some.length === 0) throw new WrongCall('there is no event yet to which a talk could be added; make one first');
  const options = some.map(({ entry, title, start }) => ({
    value: entry.source.path,
    label: visible(title),
    hint: start.at.toPlainDate().toString(),
  }));
  const path = await ask.choose({ message: 'At which event?', flag: '--event', options });
  return some.find(({ entry }) => entry.source.path === path)!.entry.source;
}
