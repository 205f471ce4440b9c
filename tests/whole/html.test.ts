import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { readTree, reportBuild, temporaryFolder, writeFiles } from './run.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  // A writer may size a picture by `style`; the theme and the Markdown engine have classes.
  rules: {
    'no-inline-style': ['error', { allowedProperties: ['width', 'height'] }],
    // The search has a list of links below a field, and no native element is one.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
  },
});

/** What the validator says about each page below a folder. */
function findings(out: string): string[] {
  const pages = [...readTree(out)].filter(([path]) => path.endsWith('.html'));
  return pages.flatMap(([path, bytes]) =>
    validator
      .validateStringSync(bytes.toString(), path)
      .results.flatMap(({ messages }) =>
        messages.map(({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId}: ${message}`),
      ),
  );
}

test('the validator is awake', () => {
  const out = temporaryFolder();
  writeFiles(out, { 'index.html': '<p id="a"></p><p id="a"><img src="x.svg"></p>' });
  expect(findings(out)).toEqual(expect.arrayContaining([expect.stringContaining('no-dup-id')]));
});

test('every page of the example site is valid', async () => {
  const out = join(temporaryFolder(), 'dist');
  expect(await reportBuild({ root: packageRoot, out })).toMatchObject({ status: 0, lines: [] });
  expect(findings(out)).toEqual([]);
});

/** What groups bring along who come from MkDocs or Jekyll, without any configuration. */
const grown = {
  'content/assets/images/heron.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
  'content/index.md': `---
title: Heron Valley Pythonistas
description: Hello to everybody who writes code along the river.
---

# Heron Valley Pythonistas


![A heron](assets/images/heron.svg){align=right}

We meet online, in a chat room, and
bring together people from the whole valley.

[Come to the chat :fontawesome-brands-discord:](https://chat.example/valley){ .md-button .md-button--primary}
[Give a talk :fontawesome-solid-person-chalkboard:](https://forms.example/talk?a=1&b=2){ .md-button .md-button--primary}

## Next evenings

### May - May 5, 2026

#### Fewer Loops, More Arrays - Tove Anders

What a loop costs, and what to write in its place.

![Tove](assets/images/heron.svg){: style="height:150px;width:150px" align=left}

*Tove measures things for a living.*
`,
  'content/posts/2026-05-05-may-meetup.md': `---
layout: post
title:  "May Meetup: arrays & ampersands"
authors:
    - tove-anders
description: "What we heard in May"
categories: [ meetup, talks, "R&D" ]
featured: true
image: https://img.example/may.webp?size=l&x=1
---

Some forty people came. ["Fewer Loops"](https://talks.example/29) was the first talk.

![Tove at the board](https://img.example/board.webp "Fewer Loops, More Arrays")

Then came tea, and a table:

| Tea | Cups |
|:----|-----:|
| Mint | 12 |
| Nettle | 7 |

1. one
2. two

   \`\`\`python
   print("a < b && c > d")
   \`\`\`

<details><summary>More</summary>

- Follow us [@valley](https://social.example/@valley)
- <https://valley.example>

</details>

> See you on the **[third of June](https://events.example/june)**!
`,
  'content/posts/no-date.md': 'Words without a title, an author or a date, and <b>a little HTML</b>.\n',
  'content/events/2026-12-01-arrays.md': `---
title: Arrays & friends
start: 2026-12-01 19:00
end: 21:00
venue: {name: "The <old> library", geo: "50.1, 8.6"}
talks:
  - title: Arrays
    speakers: [Tove Anders, Yusuf Kaya]
    abstract: |
      # Arrays

      and *lists*
  - title: Arrays
    kind: lightning
    duration: 90 min
    slides: https://talks.example/arrays.pdf
---
`,
};

test('every page of a site that grew elsewhere is valid', async () => {
  const root = temporaryFolder();
  writeFiles(root, grown);
  expect((await reportBuild({ root, out: join(root, 'dist') })).status).toBe(0);
  expect(findings(join(root, 'dist'))).toEqual([]);
});
