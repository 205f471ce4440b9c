import type { Changed } from '../asking/replace-file.ts';
import { WrongCall } from '../commands/io.ts';
import type { Source } from '../content/source.ts';
import { writeYaml } from '../content/write-yaml.ts';
import { visible } from '../diagnostics/visible.ts';
import { findEvent } from '../model/find-event.ts';
import { inOrder } from './file.ts';
import { askFor, dataOf, type Given, type Making, refuse } from './given.ts';
import { type Settled, settleNames } from './named.ts';
import { readData } from './read.ts';
import { askSpeakers } from './speakers.ts';
import { makings } from './things.ts';

/** Most events to choose from. */
const offered = 20;

/** Adds a talk to the event that `event` names, by its id or, as a flag, its path. */
export async function addTalk(given: Given, making: Making): Promise<{ changed: Changed; settled: Settled }> {
  const { event: flag, ...flags } = given.flags;
  const { event: sent, ...input } = given.input;
  const wanted = flag ?? sent;
  let data = dataOf({ ...given, flags, input });
  const [title, , abstract] = makings.talk.asked;
  const source =
    wanted === undefined
      ? await chooseEvent(making)
      : findSource(String(wanted), flag === undefined ? 'event' : '--event', making);
  data = await askFor(data, 'talk', title, making);
  data = await askFor(await askSpeakers(data, making), 'talk', abstract!, making, '');
  const settled = await settleNames('talk', data, making);
  refuse(readData('talk', settled.data).mistakes);
  const talk = inOrder('talk', settled.data);
  const { insertTalk } = await import('./insert-talk.ts');
  const text = insertTalk(source, talk);
  if (text === undefined)
    throw new WrongCall(
      `nothing can be added to the talks of ${source.path} as they are written; add this by hand:\n${writeYaml([talk])}`,
    );
  return { changed: { source, text }, settled };
}

function findSource(wanted: string, label: string, { root, site }: Making): Source {
  const found = findEvent(wanted, site, root);
  if ('event' in found) return found.event.entry.source;
  throw new WrongCall(visible(`${label}: ${found.problem}`));
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
