import ICAL from 'ical.js';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { schemas } from '../../src/content/schema/kinds.ts';
import { kinds } from '../../src/content/source.ts';
import { filesOf } from '../support.ts';
import { render } from './render.ts';

/** What would be seen as an element, a property or a script of its own where a value isn't escaped. */
const texts: readonly string[] = [
  '"><xss-mark onload=run()>',
  "'><xss-mark onload=run()>",
  '</script><xss-mark>',
  '</title></textarea></style><xss-mark>',
  ']]><xss-mark>',
  '--><xss-mark>',
  '&lt;xss-mark&gt;<xss-mark>',
  '{{ 7 * 7 }}{% include "x" %}<xss-mark>',
  'a\r\nATTENDEE:mailto:evil@evil.example\r\nX',
  'a\nEND:VEVENT\nBEGIN:VEVENT',
  'a;X=1:b,c\\n\\',
  'a\u0007b\u0008c\u000bd\u001fe\ufffef\uffffg\ud800h\udfffi\u007f',
  'a\u2028b\u2029c\u202ed',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
];
const addresses: readonly string[] = [
  'javascript:run()',
  ' JaVaScRiPt:run()',
  'java\tscript:run()',
  'java\r\nscript:run()',
  '\u0001javascript:run()',
  '\u0002 javascript:run()',
  '&#106;avascript:run()',
  'javascript&colon;run()',
  '%6aavascript:run()',
  'vbscript:run()',
  'data:text/html,<script>run()</script>',
  'DATA:image/svg+xml,<svg onload=run()>',
  'https://evil.example/"onmouseover="run()"><xss-mark>',
  'https://evil.example/\r\nATTENDEE:x',
  "https://evil.example/')</script><xss-mark>",
  '//evil.example/x"><xss-mark>',
  '/\\evil.example/"><xss-mark>',
];

const required = {
  page: {},
  post: { date: '2026-10-01' },
  event: { start: '2026-12-01 19:00' },
  person: {},
  venue: {},
  sponsor: {},
} as const;
const folders = {
  page: '',
  post: 'posts/',
  event: 'events/',
  person: 'people/',
  venue: 'venues/',
  sponsor: 'sponsors/',
} as const;

/** Every field of a kind with this value, and the forms that hold more than one. */
function fieldsWith(kind: (typeof kinds)[number], value: string): Record<string, unknown> {
  const all = Object.fromEntries(Object.keys(schemas[kind]).map((name) => [name, value]));
  const links = [{ title: value, url: value }, { [value]: value }, { github: value }, { mastodon: value }];
  const someone = { name: value, url: value, logo: value, avatar: value, links, github: value };
  const talk = { ...Object.fromEntries(['title', 'kind', 'abstract', 'lang'].map((name) => [name, value])) };
  return {
    ...all,
    title: value,
    extra: { [value]: value },
    tags: [value],
    aliases: [value, `/old/${value}`],
    links,
    authors: [someone],
    hosts: [someone],
    sponsors: [someone],
    venue: { ...someone, address: value, city: value, map: value, directions: value, geo: '1, 2' },
    talks: [{ ...talk, speakers: [someone], slides: links, video: links, code: value, links: { [value]: value } }],
    series: value,
    ...Object.fromEntries(['draft', 'published', 'status', 'layout', 'permalink'].map((name) => [name, undefined])),
    ...required[kind],
  };
}

const hostile = [...texts, ...addresses];
const settings = (value: string) => ({
  ...Object.fromEntries(
    ['title', 'description', 'logo', 'speak', 'chat', 'copyright', 'edit', 'accent'].map((name) => [name, value]),
  ),
  nav: [{ title: value, href: value }, { [value]: value }],
  social: [{ title: value, href: value }, value],
  series: [{ name: value, description: value, online: value, rule: 'FREQ=MONTHLY', start: '2026-12-05' }],
  sponsors: [value],
  extra: { [value]: value },
});

/** A whole site in which one value stands wherever one can be written. */
function siteOf(value: string): ReadonlyMap<string, string> {
  const entries = kinds.map((kind) => [
    `content/${folders[kind]}x.md`,
    `---\n${JSON.stringify(fieldsWith(kind, value))}\n---\n\n${value.replace(/[\r\n]/g, ' ')}\n`,
  ]);
  const files = {
    ...Object.fromEntries(entries),
    'site.yaml': JSON.stringify({ ...settings(value), untrusted: true }),
  };
  return render(filesOf(files), 'https://site.example/base/').outputs;
}

type Node = DefaultTreeAdapterMap['node'];

function* elementsOf(node: Node): Generator<DefaultTreeAdapterMap['element']> {
  if ('tagName' in node) yield node;
  if ('content' in node) yield* elementsOf(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

const runs = /^(?:javascript|vbscript|data):/i;
/** As a browser reads an address: without controls and spaces before it, without line ends and tabs in it. */
const asBrowser = (address: string): string => address.replace(/^[\0-\u0020]+|[\t\n\r]/g, '');

/** What of a page could do something, as a browser's parser finds it. */
function dangersOf(html: string): string[] {
  return [...elementsOf(parse(html))].flatMap(({ tagName, attrs, childNodes }) => {
    const get = (name: string) => attrs.find((each) => each.name === name)?.value;
    const found = attrs.flatMap(({ name, value }) => {
      if (name.startsWith('on')) return `${tagName} ${name}`;
      // The code that leads to an event's page.
      if (tagName === 'img' && /^data:image\/png;base64,[\w+/=]+$/.test(value)) return [];
      if (
        /^(?:href|src|action|poster|data|formaction|xlink:href|srcset|cite)$/.test(name) &&
        runs.test(asBrowser(value))
      )
        return `${tagName} ${name}=${value}`;
      if (name === 'style') return `style ${value}`;
      return [];
    });
    const refresh =
      get('http-equiv')?.toLowerCase() === 'refresh' && !/^0; url=\/base\/[^/\\]/.test(get('content') ?? '');
    const inline = childNodes.map((child) => ('value' in child ? child.value : '')).join('');
    if (tagName === 'script' && get('type') === 'application/ld+json') JSON.parse(inline);
    else if (tagName === 'script' && !/^\/base\/assets\/theme\/\w+(?:\.[\da-f]+)?\.js$/.test(get('src') ?? ''))
      found.push('a script');
    if (tagName === 'xss-mark' || tagName === 'base' || tagName === 'object') found.push(tagName);
    return refresh ? [...found, `refresh ${get('content')}`] : found;
  });
}

/** What a feed carries as HTML. Throws where it isn't well-formed, or an address in it runs code. */
function htmlIn(xml: string): string[] {
  const found: string[] = [];
  let isHtml = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('text', (text) => isHtml && found.push(text));
  parser.on('cdata', (text) => isHtml && found.push(text));
  parser.on('opentag', ({ name, attributes }) => {
    isHtml = name === 'content:encoded' || attributes.type?.value === 'html';
    if (name.includes('xss')) throw new Error('an element of a value');
    for (const { name: attribute, value } of Object.values(attributes))
      if (attribute === 'href' && runs.test(asBrowser(value))) throw new Error(`an address: ${value}`);
  });
  parser.on('closetag', () => {
    isHtml = false;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

describe.each(hostile)('%j in every field', (value) => {
  const outputs = siteOf(value);
  const named = (pattern: RegExp) => [...outputs].filter(([path]) => pattern.test(path));

  test('makes no page do anything', () => {
    const pages = named(/\.html$/);
    expect(pages.length).toBeGreaterThan(12);
    for (const [path, html] of pages) expect(dangersOf(html), path).toEqual([]);
  });

  test('leaves feeds and sitemap well-formed, and what they carry does nothing', () => {
    const documents = named(/\.xml$/);
    expect(documents.length).toBeGreaterThan(2);
    for (const [path, xml] of documents) expect(htmlIn(xml).flatMap(dangersOf), path).toEqual([]);
    expect(documents.flatMap(([, xml]) => htmlIn(xml)).join('')).toContain('<p>');
  });

  test('adds no property to a calendar', () => {
    const calendars = named(/\.ics$/);
    expect(calendars.length).toBeGreaterThan(1);
    for (const [path, text] of calendars) {
      expect(text, path).not.toMatch(/(?<!\r)\n|\r(?!\n)|^(?:ATTENDEE|X:|X;)/m);
      const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
      for (const event of events)
        for (const each of event.getAllProperties()) {
          expect(each.name, path).not.toMatch(/^(?:attendee|x)$/);
          if (/^(?:url|image|attach|conference)$/.test(each.name)) expect(`${each.getFirstValue()}`).not.toMatch(runs);
        }
    }
  });

  test('leaves data for programs in their form, without an address that runs code', () => {
    const documents = named(/\.json$/);
    expect(documents.length).toBeGreaterThan(1);
    for (const [path, text] of documents) {
      JSON.parse(text, (key, each) => {
        if (/url$|image|icon|avatar|home|link|rsvp/i.test(key) && typeof each === 'string')
          expect(asBrowser(each), `${path} ${key}`).not.toMatch(runs);
        return each;
      });
    }
  });
});

test('no prototype is changed by keys and names', () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  siteOf('__proto__');
  siteOf('constructor');
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
