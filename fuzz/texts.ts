import fc from 'fast-check';
import { anyText } from '../tests/diagnostics/arbitrary.ts';
import { everyVector, hostile } from '../tests/markdown/hostile.ts';
import { marker, mostly, pick, some } from './pick.ts';

/** Names of what sites are about. There are few, so that references meet, and miss by a letter. */
export const names = [
  ...[
    'Ada',
    'ada',
    'ADA',
    'Ben',
    'Ada Crane',
    'ada-crane',
    'Ada  Crane',
    'Zoë',
    'Zoe\u0308',
    '李雷',
    '🚀',
    '-',
    '#1',
    '...',
  ],
  ...[
    'Town hall',
    'town-hall',
    'maps',
    '2026-12-01-maps',
    'Monthly',
    'GIS',
    'gis',
    'index',
    'events',
    '/',
    'CON',
    'a/b',
  ],
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'null', 'a'.repeat(300)],
] as const;

/** Addresses that lead somewhere, nowhere, or where they must not. */
export const addresses = [
  ...[
    '/',
    '/about/',
    '/events/maps/',
    'maps.md',
    '../events/maps.md',
    'about.md#talks',
    '#talks',
    '?',
    'photo.svg',
    'a b.png',
  ],
  ...[
    'https://a.example/x?y=1&z="2"#w',
    'http://a.example',
    '//a.example/x',
    'www.a.example',
    'a.example/b',
    'mailto:a@b.example',
  ],
  ...[
    'https://',
    'https://[',
    'https://a.example:99999/',
    'https://ü.example/ä',
    'http://[::1]/',
    'tel:1',
    'data:text/html,x',
  ],
  ...[
    `javascript:${marker}`,
    `JaVaScRiPt:${marker}`,
    `java\tscript:${marker}`,
    ` javascript:${marker}`,
    `vbscript:${marker}`,
  ],
  ...[`data:text/html,<script>${marker}</script>`, `https://a.example/"onload="${marker}`, `x" onerror="${marker}`],
  ...[
    '/../x',
    '/a/../../x/',
    '..',
    './',
    '/a//b/',
    '/a\\b/',
    '/%2e%2e/%2e%2e/x/',
    '/a%2fb/',
    '/%',
    '/%00/',
    '/\u0000/',
    '/CON/',
    '/con.txt',
  ],
  ...[
    '/.git/x/',
    '/.meetpress/x/',
    '/events/',
    '/feed.xml',
    '/events.json',
    '/index.html',
    '/404.html',
    '/a.b/',
    '/A/',
    '/a',
    '/a/',
  ],
  ...[
    '/a?b/',
    '/a#b/',
    'C:/x/',
    '/:year/:title/',
    '/é/',
    '/e\u0301/',
    '/a./',
    '/a /',
    '/ /',
    '/robots.txt',
    '/assets/theme/theme.css',
  ],
] as const;

const runs = (text: string): string => text.replaceAll('run()', marker);

/** Text that means harm to a page: an attack, or a piece of one. */
export const attack: fc.Arbitrary<string> = mostly(3, pick(...everyVector), hostile).map(runs);

/** A short text for one field. */
export const words: fc.Arbitrary<string> = mostly(
  3,
  pick<string>(...names),
  pick<string>(...addresses),
  pick(
    'Maps: and more',
    "It's",
    '"',
    '<b>x</b>',
    '{{ 7 * 7 }}',
    '{% raw %}',
    ']]>',
    '-->',
    '</script>',
    '</title>',
    '\\',
    '&amp;',
    '\u202e',
    '%s',
  ),
  attack,
  anyText,
);

const inline =
  'a b3 *a* **b** `c` ~~d~~ ==e== ^f^ ~g~ [i](j.md) [k] [l](<m n.md> "o") ![m](photo.svg) ![](nope.png){.x} [^1] [^2] ' +
  ':smile: :material-home: :material-hoem: https://o.example www.p.example q@r.example <s@t.example> HTML &amp; &#0; ' +
  '{.a} {: .a } {#b} {c=d} {:toc} {:.no_toc} {onclick=x} {colspan=2} {width=9} {{x}} {%x%} <%x%> {1,2} \\{.x} [](javascript:x)';

const blocks = [
  ...[
    '# a',
    '## a {#talks}',
    '#### b',
    'a\n===',
    '##y',
    '- a',
    '- [ ] b',
    '1. {.a} c',
    '> d',
    '> [!NOTE]\n> e',
    '    code',
    '---',
  ],
  ...[
    '!!! note "f"\n    g',
    '??? h\n\n    i',
    '=== "j"\n    k',
    '```js {.a hl_lines="1"}\nl\n```',
    '``` mermaid\nm\n```',
    '~~~\nn',
  ],
  ...[
    'n\n: o',
    '| p | q |\n|---|--:|\n| r {.a} | s {colspan=2} |',
    '[^1]: t\n\n    u',
    '*[HTML]: v',
    '[k]: w.md "x"',
    '{:n: .a}',
    '[TOC]',
  ],
  ...[
    '<!-- more -->',
    '<div markdown="1">\n*a*\n</div>',
    '<table><tr><td markdown="span">',
    '<p align=center>',
    '<!--',
    '<![CDATA[',
    '<?x',
  ],
  ...[
    '<iframe src="https://www.youtube.com/embed/x"></iframe>',
    '<details><summary>',
    '<svg><title>',
    '<a name="z">',
    '{: .note}',
  ],
];

/** Long, and deep: what takes a careless parser more than its share. */
const heaps = [
  '[',
  '![](',
  '> ',
  '- ',
  '*a **',
  '`',
  '{.a}',
  '<b>',
  '&#',
  '<!--',
  '[^1]',
  '| ',
  '==',
  ':',
  '](',
  '  - a\n',
  '\\',
  '"',
  '<a href="',
  '~',
];
const heap = fc.tuple(pick(...heaps), pick(2, 10, 100, 1000)).map(([text, times]) => text.repeat(times));

const between = pick('', ' ', '\n', '\n\n', '\n\n', '\n    ', '\r\n', '\t', '\n> ');
const piece = mostly(
  8,
  pick(...inline.split(' ')),
  pick(...blocks),
  pick(...blocks),
  pick(...blocks),
  pick<string>(...addresses).map((address) => `[x](${address})`),
  attack,
  attack,
  words,
  heap,
);

/** Markdown of every form, also where it doesn't belong. */
export const body: fc.Arbitrary<string> = some(fc.tuple(piece, between), 8).map((parts) => parts.flat().join(''));
