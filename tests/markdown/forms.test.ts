import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { expectLinear } from '../growth.ts';

const everything = `Intro[^1], again[^1] and more[^long]. HTML, ==marked==, ^^new^^, ~~old~~, x^2^, H~2~O.

[TOC]

## Admonitions

!!! note "A **title**"
    Body

    - list

        !!! danger ""
            Nested

    ??? tip inline end
        Folded

???+ question "Open?"
    === "One"
        1
    === "Two"
        2

> [!NOTE]
> Alert

> [!NOTE]
> Another

=== "Linux"
    apt

=== "macOS"
    | a | b |
    |---|--:|
    | 1 | 2 |

===! "Other"
    x

### Lists

Term
: One
: Two

1. [ ] to do
2. [x] [done](https://a.example)

| a | b | c |
|:-:|--:|---|
| 1 | 2 | 3 |
{: .x}

| a |
|---|
| 1 |

[^1]: The note.
[^long]: Long

    with a [link](https://a.example) and a reference[^1]

*[HTML]: HyperText Markup Language
`;

test('every form is valid HTML', () => {
  const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });
  const findings = (html: string) => validator.validateStringSync(html).results.flatMap(({ messages }) => messages);
  const { html, remarks } = createMarkdown()(everything);
  expect(findings(html)).toEqual([]);
  expect(findings(html.replace(' disabled', ' disabled=""'))).not.toEqual([]);
  expect(remarks).toEqual([]);
});

test("a stranger's forms are left as they are", () => {
  const { html, remarks } = createMarkdown({ untrusted: true })(everything);
  expect(html).toBe(createMarkdown()(everything).html);
  expect(remarks).toEqual([]);
});

describe('the work grows in line with the input', () => {
  const render = createMarkdown();
  test.each([
    '!!! note\n',
    '!!! a\n    b\n',
    '??? "a" ',
    '=== "a"\n',
    '===! "a"\n    b\n',
    '> [!NOTE]\n',
    '> [!NOTE]\n> a\n\n',
    '*[a]: b\n',
    '*[',
    '*[a]: b\n\na *a* ',
    '[^a]: b\n',
    '[^a]: b\n\n[^a][^',
    '==a ',
    '==a== ',
    '==',
    '^^a ',
    '^a',
    '^a ',
    '~a',
    '^[',
    '^`',
    '- [ ] a\n',
    '[ ] ',
    'a\n: b\n\n',
    ': ',
    '[TOC]\n\n## a\n\n',
    '* a\n{:toc}\n\n',
    '|a|\n|-|\n|b|\n\n',
  ])('%j, 20,000 times', (text) => {
    expectLinear((times) => render(text.repeat(times)), 20_000);
  });
});
