import { states } from '../browser/site.ts';

const settings = (title: string, more = ''): string =>
  `title: ${title}\nurl: https://reed.example/\ntimezone: Europe/Berlin\n${more}`;

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const address = `https://video.example/${'lanterns-and-their-wicks-'.repeat(8)}end`;

/** Nobody has a picture, and nothing is said that needn't be. */
const bare = {
  'content/index.md': 'We meet by the water.\n',
  'content/events/2026-11-05-kites.md': '---\nstart: 2026-11-05 19:00\n---\n',
  'content/events/2026-03-05-locks.md': '---\ntitle: Locks\nstart: 2026-03-05 19:00\ntalks: [{ title: Gates }]\n---\n',
  'content/posts/2026-03-06-after.md': 'It was wet.\n',
};

/** Names that no column is made for, with and without places to break them. */
const longNames = {
  'site.yaml': settings(
    `The ${long} of the Upper Reed Valley`,
    `sponsors: [${long} Works]\nsocial: [{ title: ${long}, href: ${address} }]\n`,
  ),
  'content/index.md': `---\ntitle: ${long}\n---\n\n${address}\n\n| ${long} | b |\n|---|---|\n| \`${long}${long}\` | ${address} |\n\n    ${long}${long}\n`,
  'content/events/2026-11-05-long.md': `---
title: How ${long} came to be, what it did in the meantime, and why nobody who has heard of it can stop talking about it
start: 2026-11-05 19:00
end: 21:00
venue: { name: ${long} hall, address: ${long} 1234, city: ${long} }
hosts: [${long} Grote, Ilse ${long}]
tags: [${long}, "a tag of many words, more than any tag should ever have"]
price: ${long}
rsvp: ${address}
recording: ${address}
talks:
  - { title: ${long} and ${long}, speakers: [${long} Lund, Mara ${long}], slides: ${address}, abstract: ${address} }
---

# ${long}

${address}
`,
  [`content/posts/2026-03-06-${'very-'.repeat(30)}long.md`]: `---\ntitle: ${long}${long}\nauthors: [${long}]\n---\n\n> ${long}\n`,
};

/** From right to left, with words of the other direction in between. */
const rightToLeft = {
  'site.yaml': settings('گروه نی', 'language: fa\nspeak: https://forms.example/talk\n'),
  'content/index.md':
    '---\ntitle: گروه نی\n---\n\nما کنار آب جمع می‌شویم. Python و `print("نی")`.\n\n> آب آرام است.\n\n1. یک\n2. دو\n\n| نام | عدد |\n|---|---|\n| نی | ۳ |\n',
  'content/events/2026-11-05-fanoos.md': `---
title: فانوس‌ها
start: 2026-11-05 19:00
end: 21:00
venue: { name: خانهٔ قایق, address: کوچهٔ نی ۴, city: تهران }
rsvp: https://rsvp.example/fanoos
hosts: [مینا رستگار]
tags: [فانوس]
talks: [{ title: Wicks, speakers: [Mara Lund], abstract: How they burn., lang: en }, { title: نور, speakers: [مینا رستگار] }]
---

شمع بیاورید.
`,
  'content/posts/2026-03-06-after.md':
    '---\ntitle: پس از آن\nauthors: [مینا رستگار]\n---\n\nباران بود.\n\n- [x] چتر\n- [ ] چای\n',
};

const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path d="M0 0h90v60"/></svg>';

/** All that a body and an entry may hold, on one page each. */
const everything = {
  ...states,
  'content/reed.svg': picture,
  'content/all.md': `---
title: All of it
---

# All of it

[TOC]

## Words

We *meet* by the **water**[^1], ==always==, H~2~O, ~~never~~ :smile: :material-account-circle:
[Come](about.md){ .md-button } [Now](about.md){ .md-button .md-button--primary }

[^1]: And in it.

Reed
: Grows in water.

- [x] boots
- [ ] tea

> [!NOTE]
> Mind the step.

!!! warning "Deep"
    Hold on to something.

??? tip
    Bring a rope.

=== "By land"
    Walk.
=== "By water"
    Row.

## Things

![A reed](reed.svg){ align=left width=120 } Beside it.

![A reed, larger](reed.svg "Larger")

\`\`\`python title="wade.py" linenums="1" hl_lines="1"
print("a line that is so much longer than any screen of a phone could ever be, and then some more of it")
\`\`\`

| Reed | Height |
|:-----|------:|
| Common | 4 m |

<iframe width="560" height="315" src="https://www.youtube.com/embed/lanterns" title="Lanterns"></iframe>

<details><summary>More</summary>

Less.

</details>
`,
  'content/about.md': '---\ntitle: About\nimage: reed.svg\n---\n\n![](https://pictures.example/heron.png)\n\nHello.\n',
  'content/people/mara-lund.md': '---\nname: Mara Lund\nimage: reed.svg\npronouns: she/her\n---\n\nTends lamps.\n',
  'content/sponsors/sluice-works.md':
    '---\nname: Sluice Works\nlogo: reed.svg\nurl: https://sluice.example/\ntier: Gold\n---\n\nThey open.\n',
  'content/posts/2026-08-06-after.md':
    '---\ntitle: After\nfeatured: true\nimage: https://pictures.example/after.png\nimage_alt: Afterwards\nauthors: [Mara Lund]\ntags: [iron]\n---\n\nIt was late.\n',
};

/** Sites that are unlike the example, by what is odd about them. */
export const oddSites: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no picture and hardly a word': bare,
  'very long names': longNames,
  'lines from right to left': rightToLeft,
  'everything at once': everything,
};
