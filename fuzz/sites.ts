import fc from 'fast-check';
import { configSchema } from '../src/config/schema.ts';
import { schemas } from '../src/content/schema/kinds.ts';
import { type Kind, kinds } from '../src/content/source.ts';
import type { Contents } from '../tests/support.ts';
import { marker, mostly, pick, some } from './pick.ts';
import { body } from './texts.ts';
import { fieldsOf } from './values.ts';

const folders: Readonly<Record<Kind, string>> = {
  page: '',
  post: 'posts/',
  event: 'events/',
  person: 'people/',
  venue: 'venues/',
  sponsor: 'sponsors/',
};
const always: Readonly<Partial<Record<Kind, readonly string[]>>> = { event: ['start'] };

const fileNames = mostly(
  2,
  pick('ada', 'maps', 'about', 'index', 'town-hall', '2026-12-01-maps', '2026-13-41-x', 'maps/index', 'a/b/c', 'Ada'),
  pick(
    'a#b',
    'a?b',
    'a%b',
    'a%2fb',
    "a'b",
    'a"b',
    'a b',
    'a,b',
    '🚀',
    'e\u0301',
    '\u00e9',
    'con',
    'a\\b',
    'a.',
    ' ',
    'a:b',
    'a\nb',
    '%',
    '..a',
  ),
  pick(
    'index.html',
    'events',
    'posts',
    '404',
    'feed.xml',
    'tags/gis',
    'x'.repeat(200),
    'events/posts/people/x',
    '\u202e',
    '<b>',
    '{{ x }}',
  ),
);
const extensions = mostly(12, pick('.md'), pick('.markdown', '.MD', '.md.md', ''));

const frontMatters = Object.fromEntries(kinds.map((kind) => [kind, fieldsOf(schemas[kind], always[kind])]));
const fences: fc.Arbitrary<readonly [string, string]> = mostly<readonly [string, string]>(
  12,
  fc.constant(['---\n', '---\n']),
  pick(
    ['---\n', '...\n'],
    ['\ufeff---\n', '---\n'],
    ['---yaml\n', '---\n'],
    ['---js\n', '---\n'],
    ['---\n', ''],
    ['', ''],
    ['--- \n', '--- \n'],
  ),
);
const lineEnds = mostly(12, pick('\n'), pick('\r\n', '\r', '\n\n', '\n\t', '\n '));

const markdownFile = (kind: Kind) =>
  fc
    .tuple(fences, frontMatters[kind]!, body, lineEnds)
    .map(([[open, close], fields, text, end]) => `${open}${fields}${close}${text}`.replaceAll('\n', end));

/** What is no text, or hardly any. */
const rawFile = pick<string | Uint8Array>(
  ...[
    '',
    '---',
    '---\n---',
    '---\n',
    '\ufeff',
    '\0',
    'a\0b',
    '---\ntitle: [\n---\n',
    '---\n\ttitle: x\n---\n',
    '---\na: b: c\n---\n',
  ],
  ...[
    '---\ntitle: x\ntitle: y\n---\n',
    '---\n"title: x\n---\n',
    '---\n- a\n---\n',
    '---\n5\n---\n',
    '---\n---more\n---\n',
    '***\n',
  ],
  `---\n${Array.from({ length: 9 }, (_, i) => `a${i}: &a${i} [${'*a, '.replace('a', `a${i - 1}`).repeat(i ? 9 : 0)}]`).join('\n')}\n---\n`,
  `---\ntitle: ${'['.repeat(300)}\n---\n`,
  `---\nextra:\n${Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth + 1)}a:`).join('\n')}\n---\n`,
  new Uint8Array([0xff, 0xfe, 0x41]),
  new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xc3, 0x28, 0x0a, 0x2d, 0x2d, 0x2d]),
);

const entry = fc
  .constantFrom<Kind>(...kinds, 'event', 'event', 'post')
  .chain((kind) =>
    fc
      .tuple(
        mostly(9, fc.constant(folders[kind]), pick('events/', 'archive/posts/', 'Posts/', '_x/', '.x/')),
        fileNames,
        extensions,
        mostly<string | Uint8Array>(15, markdownFile(kind), rawFile),
      )
      .map(([folder, name, extension, text]) => [`content/${folder}${name}${extension}`, text] as const),
  );

const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="${marker}" viewBox="0 0 9 9"><script>${marker}</script></svg>`;
const other = fc.tuple(
  pick(
    'content/photo.svg',
    'content/events/photo.svg',
    'content/x.html',
    'content/a b.png',
    'content/index.html',
    'content/CNAME',
    'assets/logo.svg',
    'assets/theme/theme.css',
    'content/feed.xml',
  ),
  pick<string | Uint8Array>(svg, '', 'x', `<script>${marker}</script>`, new Uint8Array([0x89, 0x50, 0x4e, 0x47])),
);

const templateFiles = fc.tuple(
  pick('page', 'event', 'post', 'base', 'own', 'part', 'home', 'events', 'atom.xml').map(
    (name) => `templates/${name}.njk`,
  ),
  pick(
    ...[
      '',
      '{{ title }}',
      '{{ entry | content }}',
      '{% if %}',
      '{{ x | nothing }}',
      '{% include "part.njk" %}',
      '{% include "nope.njk" %}',
    ],
    ...[
      '{% extends "base.njk" %}{% block main %}{{ entry | content }}{% endblock %}',
      '{% extends "theme/page.njk" %}',
      '{% extends "own.njk" %}',
    ],
    ...[
      '{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }}',
      '{{ site.nothing.at.all }}',
      '{{ entry.title() }}',
      '{% for e in site.events %}{{ e.start | date }}{% endfor %}',
    ],
    ...[
      '{{ "../../etc/passwd" | asset }}',
      '{% include "../site.yaml" %}',
      '{% set x = 1 %}{{ x',
      '{{ 1 / 0 }}',
      '{{ entry | excerpt | href | absolute }}',
      '{# ',
    ],
    ...[
      '{{ page.constructor.constructor("return 1")() }}',
      '{% import "macros/x.njk" as x %}',
      '{{ site | dump }}',
      '{{ nav | join(",") | safe }}',
    ],
  ),
);

const site = mostly(
  5,
  fieldsOf(configSchema),
  rawFile.filter((raw): raw is string => typeof raw === 'string'),
  fc.constant(undefined),
);

/** Small sites of every kind of file, with values of every sort. */
export const structured: fc.Arbitrary<Contents> = fc
  .tuple(
    site,
    some(entry, 3),
    mostly(3, fc.constant<[string, string | Uint8Array][]>([]), some(other, 2)),
    mostly(7, fc.constant<[string, string][]>([]), some(templateFiles, 2)),
  )
  .map(([config, entries, others, templates]) =>
    Object.fromEntries([...(config === undefined ? [] : [['site.yaml', config]]), ...entries, ...others, ...templates]),
  );
