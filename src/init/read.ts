import type { Temporal } from 'temporal-polyfill';
import { configSchema } from '../config/schema.ts';
import { seriesSchema } from '../config/series.ts';
import type { Field } from '../content/schema/field.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { listOf } from '../diagnostics/suggest.ts';
import { parseUrl } from '../url.ts';
import { tableTag } from '../words/languages.ts';
import { plainClock } from './clock.ts';
import { dayHelp, ruleOf } from './day.ts';
import { texts } from './texts/texts.ts';

/** What is said about a new site: texts as they will stand in its files, empty where there is none. */
export type Answers = Readonly<Record<Topic, string>>;
export type Topic = keyof typeof readers;

/** An answer as it is written, or what is wrong with it. */
type Answer = { readonly value: string } | { readonly problem: string };

/** What an answer must be. The settings are read as `site.yaml` is; an empty answer is none of their concern. */
const readers = {
  name: (value: string) => ({ value }),
  language: (written: string) => then(asField(configSchema.language, written, String), hasWords),
  timezone: (written: string) => asField(configSchema.timezone, written, String),
  place: (value: string) => ({ value }),
  day: (value: string) => (ruleOf(value) ? { value } : { problem: `\`${value}\` is no day of the month; ${dayHelp}` }),
  time: (written: string) =>
    asField(seriesSchema.time, plainClock(written), ({ time, end }) =>
      [time, ...(end ? [end] : [])].map(clock).join('-'),
    ),
  organizer: (value: string) => ({ value }),
  // In a shell, `#` may begin a comment.
  colour: (written: string) =>
    asField(configSchema.accent, written.replace(/^(?=[\da-f]+$)/i, '#'), String, 'write it as #0a7d5c'),
  chat: address,
  rsvp: address,
} satisfies Record<string, (written: string) => Answer>;

/** How one leaves empty what has a usual answer. */
const nothing = /^(?:none|-)?$/i;

/** What may not be left empty. */
const needed: readonly Topic[] = ['name', 'language', 'timezone'];

/** Reads what was typed at a question, or behind its flag. */
export function readAnswer(topic: Topic, typed: string): Answer {
  const written = typed.trim();
  if (needed.includes(topic)) return written === '' ? { problem: 'it may not be empty' } : readers[topic](written);
  return nothing.test(written) ? { value: '' } : readers[topic](written);
}

/** @param ownHelp where that of the reader is about YAML */
function asField<T>({ read }: Field<T>, written: string, toText: (value: T) => string, ownHelp?: string): Answer {
  const problems: Problem[] = [];
  const at = { path: [], problem: (problem: Problem) => void problems.push(problem), at: () => at };
  const value = read(written, at);
  const [problem] = problems;
  if (problem) return { problem: [problem.message, ownHelp ?? problem.help].filter(Boolean).join('; ') };
  return { value: toText(value as T) };
}

const then = (answer: Answer, next: (value: string) => Answer): Answer =>
  'value' in answer ? next(answer.value) : answer;

const clock = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });

function hasWords(value: string): Answer {
  if (tableTag(value)) return { value };
  const help = `begin with one of ${listOf(Object.keys(texts))}, and translate the pages and the theme’s words`;
  return { problem: `there are no texts in \`${value}\` yet; ${help}` };
}

function address(value: string): Answer {
  const isOne = parseUrl(value) && /^(?:https?:\/\/|mailto:)\S+$/i.test(value);
  return isOne ? { value } : { problem: `\`${value}\` is no full address, such as https://example.org/name` };
}
