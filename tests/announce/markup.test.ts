import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { discord, markdown, plain, slack, social } from '../../src/announce/dialects.ts';
import { fitting } from '../../src/announce/fitting.ts';
import { hashtagsOf } from '../../src/announce/hashtags.ts';
import { inSkeets, inToots } from '../../src/announce/lengths.ts';
import { readDocument } from '../../src/announce/read-document.ts';
import { write } from '../../src/announce/write.ts';
import { escapeAttribute } from '../../src/markdown/escape.ts';

const dialects = { discord, markdown, plain, slack, social };
const as = (dialect: keyof typeof dialects, html: string): string =>
  write(readDocument(html).blocks, { dialect: dialects[dialect] });

test.each([
  ['markdown', '<p>a <b>b <i>c</i></b><i>d</i></p>', 'a **b *cd***'],
  ['markdown', '<p>1. x</p><p>+ y</p><p># z</p>', '1\\. x\n\n\\+ y\n\n\\# z'],
  ['markdown', '<p>a_b *c* https://x.example/a_b_</p>', 'a\\_b \\*c\\* https://x.example/a_b_'],
  ['markdown', '<p><code>a`b</code></p>', '``a`b``'],
  ['markdown', '<a href="https://x.example/(a)">l</a>', '[l](https://x.example/%28a%29)'],
  [
    'markdown',
    '<ol start="3"><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>',
    '3. a\n    - b\n4. c\n\n    d',
  ],
  ['markdown', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
  ['markdown', '<div>a</div><div>b</div>', 'a  \nb'],
  ['markdown', '<pre>```\nx\n</pre>', '````\n```\nx\n````'],
  ['plain', '<p> a <br> b <img alt="c"><span hidden>d</span> </p>', 'a\nb'],
  [
    'plain',
    '<a href="mailto:a@b.example">a@b.example</a>, <a href="#x">here</a>, <a href="javascript:x">there</a>',
    'a@b.example, here, there',
  ],
  ['plain', '<p>see <a href="https://x.example/"></a></p>', 'see https://x.example/'],
  [
    'plain',
    '<a href="https://x.example/"><h2>a</h2> <time datetime="2026-07-09T19:00Z">b</time> c</a> d',
    'a b c (https://x.example/) d',
  ],
  ['plain', '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>', 'a · b\nc · d'],
  ['social', '<p>@ada, x@y.example, https://s.example/@ada</p>', '@\u200bada, x@y.example, https://s.example/@ada'],
  [
    'discord',
    '<p>@everyone &lt;@123&gt; https://x.example/@here</p>',
    '@\u200beveryone \\<@\u200b123\\> https://x.example/%40here',
  ],
  ['discord', '<p><time datetime="2026-07-09T19:00:00+02:00">7 pm</time></p>', '7 pm (<t:1783616400:F>)'],
  ['discord', '<p><time datetime="2026-07-09">Thursday</time></p>', 'Thursday'],
  ['slack', '<p><b>*a*</b> b_c @channel</p>', '*∗a∗* b_c @\u200bchannel'],
] as const)('in %s, %s', (dialect, html, text) => {
  expect(as(dialect, html)).toBe(text);
});

test.each([
  ...['*a* __b__ ***c***', '# a', '> a', '- a', '+ a', '1. a', '2) a', '---', '===', '    a', '| a | b |', '-# a'],
  ...['[a](https://x.example)', '![a](b)', '[a]: /b', '<b>a</b>', '<!-- a', '`a` ``', '```a', '~~a~~ ||a||', '~~~'],
  ...['&amp; &#64;', 'a\\*b\\', '<@1> <@!1> <@&1> <#1>', '@everyone @here <!channel>', '"@ada"', '&lt;b&gt;'],
])('%j is no markup, and calls nobody', (text) => {
  const html = escapeAttribute(text.trim());
  const written = as('markdown', `<p>${html}</p>`);
  expect(new MarkdownIt({ html: true }).render(written)).toBe(`<p>${html}</p>\n`);
  for (const dialect of ['discord', 'social', 'slack'] as const)
    expect(as(dialect, `<p>${html}</p>`)).not.toMatch(/@[\w!&]/);
});

describe('fitting', () => {
  const fitted = (html: string, limit: number): string => {
    const { blocks } = readDocument(html);
    const text = (some: typeof blocks) => write(some, { dialect: markdown });
    return text(fitting(blocks, (some) => text(some).length <= limit));
  };
  const html = `<h1 data-rank="1">A title</h1><p data-rank="3">Some <b>words that are marked up, all of them</b> here.</p>
    <div data-rank="2">Place</div><div data-rank="0"><a href="https://x.example/"></a></div>`;

  test('what matters least goes first, and is cut at a word', () => {
    expect(fitted(html, 200)).toContain('all of them** here.');
    expect(fitted(html, 80)).toBe(
      '# A title\n\nSome **words that are marked up, all**…\n\nPlace  \nhttps://x.example/',
    );
    expect(fitted(html, 50)).toBe('# A title\n\nPlace  \nhttps://x.example/');
    expect(fitted(html, 30)).toBe('# A title\n\nhttps://x.example/');
    expect(fitted(html, 25)).toBe('# A…\n\nhttps://x.example/');
  });

  test('a link is whole, or not there', () => {
    for (let limit = 1; limit < 100; limit += 1) {
      const text = fitted(html, limit);
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text.replace('https://x.example/', '')).not.toContain('http');
      expect(text.split('**').length % 2).toBe(1);
    }
  });

  test('a heading is not left alone', () => {
    expect(fitted('<p>a</p><section data-rank="1"><h2>b</h2><div>cccccccccc</div></section>', 12)).toBe('a');
  });
});

test('places count in their own way', () => {
  expect(inToots('👩‍👩‍👧‍👦 https://long.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.')).toBe(26);
  expect(inToots('http://localhost/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).toBe(48);
  expect(inSkeets('灯')).toBe(1);
  expect(inSkeets('👩‍👩‍👧‍👦'.repeat(4))).toBe(10);
});

test('tags become hashtags', () => {
  expect(hashtagsOf(['retry storm', 'C++', 'c#', '.net', '2026', 'Retry-Storm', 'naïve'], 9)).toEqual([
    '#RetryStorm',
    '#Cpp',
    '#CSharp',
    '#DotNet',
    '#Naïve',
  ]);
  expect(hashtagsOf(['a', 'b', 'c'], 2)).toEqual(['#A', '#B']);
});
