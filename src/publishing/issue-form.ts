import { event, talk } from '../content/schema/event.ts';
import { writeYaml } from '../content/write-yaml.ts';

interface Asked {
  readonly id: string;
  /** The heading above the answer in the issue, by which it is found again: unique, and of one line. */
  readonly label: string;
  readonly hint: string;
  readonly example?: string;
  readonly required?: boolean;
  /** Whether there may be several lines. */
  readonly long?: boolean;
}

const day = 'The clock on the wall of the place.';

/** What the form asks, in its order. */
const asked: readonly Asked[] = [
  { id: 'title', label: 'Title', hint: 'What it is called.', example: 'Taming the retry storm', required: true },
  { id: 'start', label: 'Start', hint: day, example: '2026-10-06 19:00', required: true },
  { id: 'end', label: 'End', hint: event.end.doc, example: '21:00' },
  { id: 'venue', label: 'Place', hint: event.venue.doc, example: 'Shed Nine' },
  { id: 'online', label: 'Address to join at', hint: 'Where one can take part from anywhere.' },
  { id: 'rsvp', label: 'Sign-up address', hint: event.rsvp.doc },
  { id: 'talk', label: 'Talk', hint: talk.title.doc, example: 'Backing off, politely' },
  { id: 'speakers', label: 'Speakers', hint: 'Their names, with commas between them.', example: 'Ada Example' },
  { id: 'abstract', label: 'Abstract', hint: talk.abstract.doc, long: true },
  { id: 'body', label: 'What else there is to say', hint: 'In Markdown: stands on the event’s page.', long: true },
];

/** Where the form is, in a site's folder. */
export const formPath = '.github/ISSUE_TEMPLATE/event.yml';
/** What a maintainer puts on an issue that is to become an event. */
export const formLabel = 'publish event';

/** Another version of YAML takes `21:00` for a number. */
const quoted = { forceQuotes: true, quotingType: '"' } as const;

/** A form on GitHub that asks for an event: `docs.github.com`, “Syntax for issue forms”. */
export function eventForm(): string {
  const form = {
    name: 'An event',
    description: 'Tell us about an event, and it comes onto the website. No Git needed.',
    title: 'Event: ',
    body: asked.map(({ id, label, hint, example, required, long }) => ({
      type: long ? 'textarea' : 'input',
      id,
      attributes: { label, description: hint, ...(example && { placeholder: example }) },
      ...(required && { validations: { required: true } }),
    })),
  };
  return `# What is asked here, .github/workflows/event.yml makes a file of: keep the labels as they are.\n${writeYaml(form, quoted)}`;
}

/**
 * The answers in the body of an issue that was made with the form, by their ids. What was left out is left out. Only a
 * heading that is yet to come in the form ends an answer, so a text may have headings of its own.
 */
export function formFields(body: string): Readonly<Record<string, string>> {
  const answers = new Map<string, string[]>();
  let current: string[] | undefined;
  let next = 0;
  for (const line of body.split(/\r\n|\r|\n/)) {
    const heading = /^### (.+?)\s*$/.exec(line)?.[1];
    const index = asked.findIndex(({ label }, place) => place >= next && label === heading);
    if (index >= 0) {
      current = [];
      answers.set(asked[index]!.id, current);
      next = index + 1;
    } else current?.push(line);
  }
  const written = [...answers].map(([id, lines]): [string, string] => [id, lines.join('\n').trim()]);
  return Object.fromEntries(written.filter(([, answer]) => answer !== '' && answer !== '_No response_'));
}

/** The fields of an event by an issue's body, and `body`, as JSON has them: all of it is a stranger's. */
export function eventOfIssue(body: string): Readonly<Record<string, unknown>> {
  const { talk: title, speakers, abstract, ...fields } = formFields(body);
  const given = { ...(speakers && { speakers }), ...(abstract && { abstract }) };
  // A speaker without a title is to talk about something.
  if (title === undefined && Object.keys(given).length === 0) return fields;
  return { ...fields, talks: [{ title: title ?? 'To be announced', ...given }] };
}
