import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { placeOf } from '../../src/content/permalink.ts';
import type { Schema } from '../../src/content/schema/field.ts';
import { schemas } from '../../src/content/schema/kinds.ts';
import { type Kind, kinds } from '../../src/content/source.ts';
import { cmsConfig, cmsFiles } from '../../src/publishing/cms.ts';
import { cmsField } from '../../src/publishing/cms-fields.ts';
import { codesOf, parsed, siteOf } from '../support.ts';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly required?: boolean;
  readonly multiple?: boolean;
  readonly format?: string;
  readonly collection?: string;
  readonly options?: readonly string[];
  readonly fields?: readonly Field[];
}

const files = cmsFiles({ repository: 'heron/valley', language: 'de', title: 'Reiher & "Co" <Tal>' });
const config = parse(files.get('content/admin/config.yml')!) as ReturnType<typeof cmsConfig>;
const fieldsOf = (kind: Kind) => config.collections.find(({ name }) => name === kind)!.fields as readonly Field[];

test('what is written is what is meant', () => expect(config).toEqual(cmsConfig({ repository: 'heron/valley' })));

test('there is a form for every kind, where its files lie', () => {
  expect(config.collections.map(({ name }) => name).sort()).toEqual([...kinds].sort());
  for (const { name, folder } of config.collections) expect(placeOf(`${folder}/x.md`.slice(8)).kind).toBe(name);
});

test.each(kinds)('a form asks for fields of %s alone, once each, and for all that it needs', (kind) => {
  const names = fieldsOf(kind).map(({ name }) => name);
  const schema: Schema = schemas[kind];
  for (const name of names.slice(0, -1)) expect(schema).toHaveProperty(name);
  expect(names.at(-1)).toBe('body');
  expect(new Set(names).size).toBe(names.length);
  const needed = Object.keys(schema).filter((name) => schema[name]!.required);
  const asked = fieldsOf(kind).filter(({ required }) => required);
  expect(asked.map(({ name }) => name)).toEqual(expect.arrayContaining(needed));
  expect(asked.length).toBeGreaterThan(0);
});

test('a box that nobody ticks says nothing', () => {
  const boxes = kinds.flatMap((kind) => fieldsOf(kind).filter(({ widget }) => widget === 'boolean'));
  expect([...new Set(boxes.map(({ name }) => name))]).toEqual(['draft']);
});

test('a relation leads to a form that there is', () => {
  const all = (fields: readonly Field[]): readonly Field[] =>
    fields.flatMap((field) => [field, ...all(field.fields ?? [])]);
  const relations = kinds.flatMap((kind) => all(fieldsOf(kind)).filter(({ widget }) => widget === 'relation'));
  expect(relations.length).toBeGreaterThan(5);
  for (const { collection } of relations) expect(kinds).toContain(collection);
});

test('a field of an unknown shape is noticed', () => {
  const read = Object.assign(() => undefined, { shape: 'a colour' });
  expect(() => cmsField('x', { read, doc: '' })).toThrow('no form is known for x: a colour');
});

/** A value as the form's widget writes it. */
function valueFor({ name, widget, format, multiple, options, fields = [] }: Field): unknown {
  const known: Readonly<Record<string, unknown>> = {
    geo: '50.9486, 6.9171',
    timezone: 'Europe/Berlin',
    duration: '40m',
    lang: 'de',
    online: 'https://meet.example.org/',
    tags: ['maps', 'owls'],
  };
  if (known[name] !== undefined) return known[name];
  if (widget === 'datetime') return format!.replace('YYYY-MM-DD', '2026-12-10').replace('HH:mm', '19:00');
  if (widget === 'relation') return multiple ? ['one', 'two'] : 'one';
  if (widget === 'select') return options![0];
  if (widget === 'number') return 1;
  if (widget === 'boolean') return false;
  if (widget === 'keyvalue') return { Code: 'https://code.example.org/' };
  if (widget === 'image') return '/assets/images/x.png';
  if (widget === 'list') return fields.length ? [recordFor(fields)] : ['https://a.example/', 'https://b.example/'];
  return `https://${name}.example.org/`;
}
const recordFor = (fields: readonly Field[]) =>
  Object.fromEntries(fields.filter(({ name }) => name !== 'body').map((field) => [field.name, valueFor(field)]));

const written = (kind: Kind, data: Readonly<Record<string, unknown>>) =>
  parsed(
    `${config.collections.find(({ name }) => name === kind)!.folder}/x.md`.slice(8),
    `---\n${stringify(data)}---\nText\n`,
  );

test.each(kinds)('what the form of %s writes is read without a word', (kind) => {
  const data = recordFor(fieldsOf(kind));
  const { value, diagnostics } = written(kind, data);
  expect(codesOf(diagnostics)).toEqual([]);
  expect(value.kind).toBe(kind);
  expect([...value.paths.keys()].sort()).toEqual(
    Object.keys(data)
      .filter((name) => data[name] !== false || schemas[kind][name as 'draft'].read.takesFalse)
      .sort(),
  );
});

test.each(kinds)('what the form of %s writes where nothing but what it needs is filled in is read, too', (kind) => {
  const nothing: Readonly<Record<string, unknown>> = { list: [], keyvalue: {}, boolean: false };
  const empty = Object.fromEntries(
    fieldsOf(kind).map((field) => [field.name, field.required ? valueFor(field) : (nothing[field.widget] ?? '')]),
  );
  expect(codesOf(written(kind, empty).diagnostics)).toEqual([]);
});

test('an event that somebody clicked together is the next one, with its speaker and its place', () => {
  const event = stringify({
    title: 'Maps',
    start: '2026-12-10 19:00',
    venue: 'hall',
    talks: [{ title: 'Paper', speakers: ['ada'] }],
  });
  const { value: site, diagnostics } = siteOf({
    'events/2026-12-10-maps.md': `---\n${event}---\n`,
    'people/ada.md': '---\nname: Ada Example\n---\n',
    'venues/hall.md': '---\nname: The Hall\n---\n',
  });
  expect(diagnostics).toEqual([]);
  expect(site.nextEvent).toMatchObject({ title: 'Maps', venue: { name: 'The Hall' } });
  expect(site.talks[0]!.speakers.map(({ name }) => name)).toEqual(['Ada Example']);
});

test('the page is one program, by its bytes', () => {
  const page = files.get('content/admin/index.html')!;
  expect(page).toContain('<html lang="de">');
  expect(page).toContain('<title>Reiher &amp; &quot;Co&quot; &lt;Tal&gt;</title>');
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).toMatch(/@sveltia\/cms@\d+\.\d+\.\d+\/[\s\S]+integrity="sha384-[\w+/]{64}"/);
});

test('a site whose repository nobody named says where to write it', () =>
  expect(cmsFiles({ language: 'en', title: 'x' }).get('content/admin/config.yml')).toContain('repo: OWNER/REPOSITORY'));
