import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { event, talk } from '../../src/content/schema/event.ts';
import { eventForm, eventOfIssue, formFields } from '../../src/publishing/issue-form.ts';

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly {
    readonly type: string;
    readonly id: string;
    readonly attributes: { readonly label: string; readonly placeholder?: unknown };
    readonly validations?: { readonly required: boolean };
  }[];
}

const form = parse(eventForm(), { version: '1.1' }) as Form;

/** An issue as GitHub makes it of answers by their ids. */
function issueOf(answers: Readonly<Record<string, string>>, newline = '\n'): string {
  return form.body
    .map(({ id, attributes }) => `### ${attributes.label}\n\n${answers[id] ?? '_No response_'}`)
    .join('\n\n')
    .replaceAll('\n', newline);
}

const all = Object.fromEntries(form.body.map(({ id }) => [id, `the ${id}`]));

test('the form has what GitHub asks of one', () => {
  expect(form.name.length * form.description.length).toBeGreaterThan(0);
  const ids = form.body.map(({ id }) => id);
  const labels = form.body.map(({ attributes }) => attributes.label);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(labels).size).toBe(labels.length);
  for (const id of ids) expect(id).toMatch(/^[\w-]+$/);
  for (const label of labels) expect(label).toMatch(/^\S[^\r\n]*\S$/);
  for (const { type } of form.body) expect(['input', 'textarea']).toContain(type);
});

test('its examples are text in any version of YAML', () => {
  for (const { attributes } of form.body) expect(['string', 'undefined']).toContain(typeof attributes.placeholder);
});

test('it asks for fields of an event and of a talk, and needs those that an event needs', () => {
  const { talk: _, body: __, ...fields } = all;
  for (const id of Object.keys(fields)) expect({ ...event, ...talk }).toHaveProperty(id);
  const required = form.body.filter(({ validations }) => validations?.required).map(({ id }) => id);
  expect(required).toEqual(['title', 'start']);
});

test.each(['\n', '\r\n'])('what is answered comes back (%j)', (newline) => {
  expect(formFields(issueOf(all, newline))).toEqual(all);
  expect(formFields(issueOf({ title: 'Maps', start: '2026-12-10' }, newline))).toEqual({
    title: 'Maps',
    start: '2026-12-10',
  });
});

test.each([
  ['headings of its own', '### Title\n\nNot mine\n\n### Requirements\n\nA map'],
  ['what looks like fields', '---\nstart: 2020-01-01\n---\n'.trim()],
  ['code', '```md\n### Start\n\n2020-01-01\n```'],
  ['blank lines', 'a\n\n\n\nb'],
])('a text with %s stays whole', (_, body) => {
  expect(formFields(issueOf({ ...all, body }))).toEqual({ ...all, body });
});

test('an issue that nobody made with the form has nothing', () => {
  for (const body of ['', 'Please add our event', '#### Title\n\nMaps', '### title\n\nMaps', '### __proto__\n\nx'])
    expect(formFields(body)).toEqual({});
});

test('a talk is one of the event', () => {
  expect(eventOfIssue(issueOf(all))).toEqual({
    ...Object.fromEntries(
      ['title', 'start', 'end', 'venue', 'online', 'rsvp', 'body'].map((name) => [name, `the ${name}`]),
    ),
    talks: [{ title: 'the talk', speakers: 'the speakers', abstract: 'the abstract' }],
  });
  expect(eventOfIssue(issueOf({ title: 'Maps', talk: 'Paper' })).talks).toEqual([{ title: 'Paper' }]);
  expect(eventOfIssue(issueOf({ title: 'Maps', speakers: 'Ada' })).talks).toEqual([
    { title: 'To be announced', speakers: 'Ada' },
  ]);
  expect(eventOfIssue(issueOf({ title: 'Maps' }))).toEqual({ title: 'Maps' });
});
