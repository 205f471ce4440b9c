/** A small site with something of each kind to find. */
export const harbour: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Reed Bank\nurl: https://reed.example/bank/\nlanguage: en-GB\ncards: false\n',
  'content/index.md': '# Reed Bank\n\nWe meet by the water.\n',
  'content/about.md': '# About us\n\nWe like lanterns, ropes and C++.\n',
  'content/events/lanterns.md': `---
title: Evening of lanterns
start: 2026-06-04 19:00
venue: The Boathouse
talks:
  - title: Wicks & <b>wax</b>
    speakers: [Mara Lund]
    abstract: How to trim them, as every heron knows.
  - title: Glas und Licht
    speakers: [Mara Lund]
    lang: de
---

Bring a lantern.
`,
  'content/events/kites.md': '---\ntitle: Kites\nstart: 2026-12-03 19:00\ndraft: true\n---\n\nSecret heron.\n',
  'content/people/mara-lund.md': '---\nname: Mara Lund\n---\n',
  'content/venues/the-boathouse.md': '---\nname: The Boathouse\n---\n',
  'content/posts/report.md': '---\ntitle: What we saw\ndate: 2026-06-10\nevent: lanterns\n---\n\nForty lanterns.\n',
  'content/de.md': '---\ntitle: Über uns\nlang: de\n---\n\nWir mögen Laternen.\n',
};
