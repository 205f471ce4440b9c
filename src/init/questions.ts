import type { Ask } from '../asking/ask.ts';
import { WrongCall } from '../commands/io.ts';
import { tables, tableTag } from '../words/languages.ts';
import { type Answers, readAnswer, type Topic } from './read.ts';

/** What is known of the machine. */
export interface Machine {
  /** BCP 47 */
  readonly locale: string;
  /** IANA */
  readonly timeZone: string;
}

interface Question {
  readonly message: string;
  readonly initial: string;
  readonly placeholder?: string;
  /** BCP 47, where there are only so many answers. */
  readonly languages?: readonly string[];
}

/** What is asked about a new site, in that order, with what the machine and the name of its folder let one expect. */
export function questionsFor(folder: string, { locale, timeZone }: Machine): Readonly<Record<Topic, Question>> {
  const tag = tableTag(locale) ?? 'en';
  // With its country, since `en-GB` writes dates in another way than `en`.
  const here = tableTag(locale) ? locale : tag;
  return {
    name: { message: 'What is the group called?', initial: nameFrom(folder) },
    language: {
      message: 'In which language does it write?',
      initial: here,
      languages: Object.keys(tables).map((each) => (each === tag ? here : each)),
    },
    timezone: { message: 'In which time zone does it meet?', initial: timeZone },
    place: { message: 'Where does it meet?', initial: '', placeholder: 'may be left empty' },
    day: { message: 'On which day of the month does it meet? (or: none)', initial: 'second Thursday' },
    time: { message: 'At what time? (or: none)', initial: '19:00-21:00' },
    organizer: { message: 'What is your name, for the page of people?', initial: '', placeholder: 'may be left empty' },
    colour: {
      message: 'Which colour do buttons and links have?',
      initial: '',
      placeholder: 'may be left empty, or as #0a7d5c',
    },
    chat: { message: 'Where do members chat?', initial: '', placeholder: 'may be left empty, or https://…' },
    rsvp: {
      message: 'Where does one sign up for an evening?',
      initial: '',
      placeholder: 'may be left empty, or https://…',
    },
  };
}

/** `my-meetup` is My Meetup. */
const nameFrom = (folder: string): string =>
  folder
    .replace(/[-_\s]+/g, ' ')
    .trim()
    .replace(/(?<=^| )\p{Ll}/gu, (letter) => letter.toUpperCase());

/** Asks what was not said. What was said is read first: nobody answers questions for a call that fails. Throws `WrongCall`. */
export async function askAll(
  questions: Readonly<Record<Topic, Question>>,
  said: Partial<Answers>,
  ask: Ask,
): Promise<Answers> {
  const answers: Partial<Record<Topic, string>> = {};
  const topics = Object.keys(questions) as Topic[];
  for (const topic of topics) if (said[topic] !== undefined) answers[topic] = checked(topic, said[topic]);
  for (const topic of topics) answers[topic] ??= checked(topic, await askOne(topic, questions[topic], ask));
  return answers as Answers;
}

const askOne = (topic: Topic, { languages, ...question }: Question, ask: Ask): Promise<string> =>
  languages
    ? ask.choose({ ...question, options: languages.map((value) => ({ value, label: nameOf(value) })) })
    : ask.text({ ...question, validate: (typed) => problemOf(topic, typed) });

/** In the language itself. */
const nameOf = (language: string): string => new Intl.DisplayNames(language, { type: 'language' }).of(language)!;

function problemOf(topic: Topic, typed: string): string | undefined {
  const answer = readAnswer(topic, typed);
  return 'problem' in answer ? answer.problem : undefined;
}

function checked(topic: Topic, typed: string): string {
  const answer = readAnswer(topic, typed);
  if ('problem' in answer) throw new WrongCall(`--${topic}: ${answer.problem}`);
  return answer.value;
}
