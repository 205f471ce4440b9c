import { expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { expectLinear } from '../growth.ts';

const render = createMarkdown();
const tagsIn = (text: string): string[] =>
  render(text).remarks.map(({ code, near, lines }) => `${code} ${near} ${lines?.[0]}`);

test.each([
  ['Hi {{ site.title }}!', ['{{ site.title }} 0']],
  ['{% if a %}b{% endif %}', ['{% if a %} 0', '{% endif %} 0']],
  ['{{< youtube x >}} and {{% note %}}', ['{{< youtube x >}} 0', '{{% note %}} 0']],
  ['<% a %> <%= b > c %>', ['<% a %> 0', '<%= b > c %> 0']],
  ['a\n\n# {{ b }}\n\n- {{ c }}', ['{{ b }} 2', '{{ c }} 4']],
  ['{{ a\nb }}', ['{{ a 0']],
  ['[a]({{ b }}/c)', ['{{ b }} 0']],
  ['[a]({{b}}/c) ![d]({{e}})', ['{{b}} 0', '{{e}} 0']],
  ['<a href="{{ b }}">a</a>', ['{{ b }} 0']],
  ['<div class="{{ b }}">\n{{ c }}\n</div>', ['{{ b }} 0', '{{ c }} 0']],
  ['{{ a }} {{ a }}', ['{{ a }} 0', '{{ a }} 0']],
])('%j has tags', (text, tags) => expect(tagsIn(text)).toEqual(tags.map((tag) => `template-tag ${tag}`)));

test.each([
  '`{{ a }}` ``{% b %}``',
  '```\n{{ a }}\n```',
  '    {% a %}',
  '<code>{{ a }}</code>',
  '<pre>\n{{ a }}\n</pre>',
  '\\{\\{ a \\}\\}',
  '{1, 2} {a} { { b } } {% c',
  '*a*{.b}',
])('%j has none', (text) => expect(tagsIn(text)).toEqual([]));

test.each([
  ['{{ "*a*" | b: "_c_" }} *d*', '<p>{{ &quot;*a*&quot; | b: &quot;_c_&quot; }} <em>d</em></p>\n'],
  ['{% a [b](c) %}', '<p>{% a [b](c) %}</p>\n'],
  ['{{ `a` }}', '<p>{{ `a` }}</p>\n'],
  ['{{ .Title }}', '<p>{{ .Title }}</p>\n'],
  ['<% a < *b* %>', '<p>&lt;% a &lt; *b* %&gt;</p>\n'],
])('%j stays as it was written', (text, html) => expect(render(text).html).toBe(html));

test('an address that a template would make leads nowhere', () => {
  expect(render('[a]({{b}}/c) <a href="{{ b }}/c">').targets).toEqual([]);
});

test.each(['{{', '{%', '<%', '{{ a ', '{% a %} ', '<% % ', '{{a}}', '{%%'])('many of %j take no time', (piece) => {
  expectLinear((times) => render(piece.repeat(times)), 20_000);
});
