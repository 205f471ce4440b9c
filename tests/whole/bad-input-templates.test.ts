import { describe, expect, test } from 'vitest';
import { complaintsOf } from './bad-input.ts';
import { readTree, reportBuild, temporaryFolder, writeFiles } from './run.ts';

/** `2:4 message`, of a page's template. */
const complaints = async (text: string): Promise<string[]> =>
  (await complaintsOf({ 'templates/page.njk': text })).map((line) =>
    line.replace(/^templates\/page\.njk:(\d+:\d+) error\[template-error\]/, '$1'),
  );

describe('a template with a mistake: the place is exact', () => {
  test.each([
    ['a tag never closed', '<p>\n{% if x %}\n<b>\n', '3:1 expected elif, else, or endif, got end of file'],
    ['an unknown tag', 'a\n  {% nope %}\n', '2:6 there is no tag `nope`'],
    ['a bracket never closed', 'a\n{{ x \nb\n', '3:1 a `{{` above or here is not closed as it must be'],
    ['an operator without an end', 'a\n{{ x + }}\n', '2:8 unexpected token: }}'],
    ['a comment never closed', 'a\n{# never\nb\n', '3:1 a `{#` above is never closed'],
    ['the wrong end', '{% for a in b %}\n{% endif %}\n', '2:4 `endif` does not belong here'],
    ['an end of nothing', 'a\n{% endfor %}\n', '2:4 `endfor` does not belong here'],
    [
      'a block twice',
      '{% block a %}{% endblock %}\n{% block a %}{% endblock %}',
      '2:1 Block "a" defined more than once',
    ],
    ['an unknown filter', 'a\n{{ entry | nope }}\n', '2:12 there is no filter `nope`'],
    ['an unknown function', 'a\n{{ nope() }}\n', '2:4 there is no function `nope`'],
    ['an unknown function of something', 'a\n{{ entry.nope() }}\n', '2:4 there is no function `entry.nope`'],
    ['a missing include', 'a\n{% include "nope.njk" %}\n', '2:13 there is no template `nope.njk`'],
    ['a missing base', '{% extends "nope.njk" %}\n', '1:13 there is no template `nope.njk`'],
    ['missing macros', 'a\n{% import "nope.njk" as x %}\n{{ x.y() }}', '2:12 there is no template `nope.njk`'],
    [
      'a range without an end',
      'a\n{% for i in range(1000000000) %}x{% endfor %}',
      '2:13 `range` would give more than 10000 numbers',
    ],
    ['a range in small steps', '{{ range(0, 20, 0.001) }}', '1:4 `range` would give more than 10000 numbers'],
    [
      'a line that never ends',
      'a\n{{ "x" | center(2000000000) }}',
      '2:10 `center` would give more than 4194304 characters',
    ],
    [
      'lines far to the right',
      '{% filter indent(900000) %}a\n\n\n\nb{% endfilter %}',
      '1:11 `indent` would give more than 4194304 characters',
    ],
    ['a list filled up', '{{ [1] | batch(1000000000, 7) }}', '1:10 `batch` would give more than 10000 items'],
    ['a list of lists', '{{ [1] | slice(1000000000) }}', '1:10 `slice` would give more than 10000 lists'],
  ])('%s', async (_, text, expected) => expect(await complaints(text)).toEqual([expected]));
});

const endless = '1:1 templates include each other, or a macro calls itself, without an end';

describe('a template that fails somewhere: it says so', () => {
  test.each([
    ['an unknown filter in two places', '{{ a | nope }}\n\n\n\n{{ b | nope }}', '1:1 there is no filter `nope`'],
    ['itself included', 'a\n{% include "page.njk" %}', endless],
    ['itself as its base', '{% extends "page.njk" %}', endless],
    ['its own macros', '{% import "page.njk" as x %}', endless],
    ['a macro that calls itself', '{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}', endless],
    ['a filter that is given nothing', '{{ nope | batch(3) }}', '1:1 a filter or function is given what it cannot use'],
    ['an include of nothing', '{% include entry.nope %}', '1:1 a template is wanted by a name that is nothing'],
    ['nothing', '', '1:1 this template gives an empty page'],
    ['a comment alone', '{# later #}\n', '1:1 this template gives an empty page'],
  ])('%s', async (_, text, expected) => {
    expect(await complaints(text)).toEqual([expected]);
  });

  test('in a note that names the templates it may be in', async () => {
    const root = temporaryFolder();
    const fails = '{{ a | nope }}\n\n\n\n{{ b | nope }}';
    writeFiles(root, {
      'content/about.md': '',
      'templates/page.njk': '{% include "part.njk" %}',
      'templates/part.njk': fails,
    });
    expect((await reportBuild({ root })).diagnostics.map(({ notes }) => notes)).toEqual([
      ['the engine does not say where; it may be in templates/part.njk'],
    ]);
  });
});

test('every template with a mistake is named', async () => {
  expect(
    await complaintsOf({
      'content/posts/2026-01-01-x.md': '',
      'templates/page.njk': '{% a %}',
      'templates/post.njk': '{% b %}',
    }),
  ).toEqual([
    'templates/page.njk:1:4 error[template-error] there is no tag `a`',
    'templates/post.njk:1:4 error[template-error] there is no tag `b`',
  ]);
});

test('filters that count work as they did', async () => {
  const root = temporaryFolder();
  const page =
    '{{ "x" | center(5) }}|{{ "a\nb" | indent(2) }}|{{ [1,2,3] | batch(2, 7) | dump }}|{{ [1] | batch(99999) | dump }}|{{ [1,2,3] | slice(2) | dump }}|{{ range(2) }}|{{ "x" | center | length }}';
  writeFiles(root, { 'content/about.md': '', 'templates/page.njk': page });
  expect(await reportBuild({ root, out: `${root}/dist` })).toMatchObject({ status: 0, lines: [] });
  const quoteless = `${readTree(`${root}/dist`).get('about/index.html')}`.replaceAll('&quot;', '"');
  expect(quoteless).toBe('  x  |a\n  b|[[1,2],[3,7]]|[[1]]|[[1,2],[3]]|0,1|80');
});

test('a loop over nothing shows nothing', async () => {
  const root = temporaryFolder();
  const loops = ['[]', 'nope', 'nope.nope', 'null', 'site.nope', '5', '""'].map(
    (of) => `{% for x in ${of} %}x{% endfor %}`,
  );
  writeFiles(root, { 'content/about.md': '', 'templates/page.njk': `<${loops.join('')}>`, 'templates/part.njk': '' });
  expect(await reportBuild({ root, out: `${root}/dist` })).toMatchObject({ status: 0, lines: [] });
  expect(`${readTree(`${root}/dist`).get('about/index.html')}`).toBe('<>');
});
