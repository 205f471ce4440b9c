import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en, type WordKey } from '../../src/words/en.ts';
import { tables } from '../../src/words/languages.ts';
import type { Message } from '../../src/words/message.ts';
import { readTree, reportBuild, temporaryFolder, writeFiles } from './run.ts';

/** Everything that the theme has words for; what is written in it is Greek, so that all else is the theme's. */
const content = {
  'content/index.md': '---\ntitle: Αλφα\n---\nΑλφα βητα.\n',
  'content/about.md':
    '---\ntitle: Βητα\ntags: [γαμμα]\naliases: [/b/]\n---\n\n[TOC]\n\n## Γαμμα\n\n!!! note\n    Α.\n\n> [!WARNING]\n> Β.\n\n- [x] α\n- [ ] β\n\n|α|β|\n|-|-|\n|γ|δ|\n\nΑ[^1], β[^1].\n\n[^1]: Γ.\n\n```\nα\n```\n\n```mermaid\nα\n```\n\n<iframe src="/"></iframe>\n',
  'content/draft.md': '---\ntitle: Δελτα\ndraft: true\n---\n\nΑ.\n',
  'content/later.md': '---\ntitle: Δελτα β\npublish: 2027-01-01\n---\n\nΑ.\n',
  'content/posts/2026-01-02-a.md':
    '---\ntitle: Αα\nfeatured: true\nauthors: [Ωω]\nupdated: 2026-02-03\ntags: [γαμμα]\n---\nΑ.\n',
  'content/posts/2026-01-03-b.md': '---\ntitle: Ββ\ntags: [γαμμα]\n---\nΒ.\n',
  'content/people/omega.md': '---\nname: Ωω\ntags: [γαμμα]\n---\nΩ.\n',
  'content/venues/hall.md':
    '---\nname: Ηη\nmap: https://m.example/\nwebsite: https://h.example/\ndirections: Α\naccess: Β\n---\n',
  'content/sponsors/s.md': '---\nname: Σσ\nwebsite: https://s.example/\n---\n',
  'content/events/2026-03-01-a.md':
    '---\ntitle: Πα\nstart: 2026-03-01 18:00-20:00\nvenue: Ηη\nhosts: [Ωω]\nsponsors: [Σσ]\nrecording: https://v.example/\nphotos: https://f.example/\ntalks:\n  - {title: Τα, speakers: [Ωω, Ψψ], video: https://v.example/1, slides: https://v.example/2, code: https://v.example/3, kind: lightning}\n  - {title: Τβ, speaker: Ψψ, kind: workshop}\n---\n',
  'content/events/2026-04-01-b.md':
    '---\ntitle: Πβ\nstart: 2026-04-01 18:00\nstatus: cancelled\nprevious_start: 2026-03-30\n---\nΑ.\n',
  'content/events/2027-01-01-c.md':
    '---\ntitle: Πγ\nstart: 2027-01-01 18:00\nend: 2027-01-03\nvenue: Ηη\nonline: https://o.example/\nrsvp: https://r.example/\nprice: "5"\ncapacity: 40\nhosts: [Ωω]\nsponsors: [Σσ]\nlinks: [https://l.example/]\ntags: [γαμμα]\ntalks:\n  - {title: Α1, speaker: Ωω}\n  - {title: Α2, speaker: Ωω}\n  - {title: Α3, speaker: Ωω}\n  - {title: Α4, speaker: Ωω}\n  - {title: Α5, speaker: Ωω}\n---\nΑ.\n',
  'content/events/2027-02-01-d.md': '---\ntitle: Πδ\nstart: 2027-02-01\nstatus: postponed\n---\nΑ.\n',
  'content/events/2027-03-01-e.md':
    '---\ntitle: Πε\nstart: 2027-03-01 18:00\nstatus: rescheduled\nprevious_start: 2027-02-28\n---\n',
  'content/events/2027-04-01-f.md': '---\ntitle: Πζ\nstart: 2027-04-01 18:00\nonline: true\n---\n',
};

const siteIn = (language: string): string => `
title: Ωμεγα
url: https://a.example/
language: ${language}
chat: https://c.example/
speak: https://d.example/
edit: https://e.example/
posts_per_page: 1
series: [{name: Σειρα, rule: FREQ=MONTHLY;BYDAY=2TU, start: 2027-06-08, time: "18:00"}]
`;

/** Texts of a site that people read, each file as one: elements apart, and what only programs read left out. */
async function textsIn(language: string): Promise<ReadonlyMap<string, string>> {
  const root = temporaryFolder();
  const out = join(root, 'dist');
  writeFiles(root, { ...content, 'site.yaml': siteIn(language) });
  const built = await reportBuild({ root, out, drafts: true, now: '2026-11-20T12:00:00Z' } as never);
  expect(built.status).toBe(0);
  const texts = [...readTree(out)].flatMap(([path, bytes]): [string, string][] => {
    if (path.endsWith('.html')) return [[path, shownIn(bytes.toString())]];
    return /\.(?:ics|xml|json)$/.test(path) && !/^events\.|schema|sitemap/.test(path.replace(/\.ics$/, ''))
      ? [[path, bytes.toString()]]
      : [];
  });
  return new Map(texts);
}

function shownIn(html: string): string {
  const words = /\s(?:aria-label|title|alt|placeholder|data-\w*copied|data-copy|data-\w*diagram)="([^"]*)"/g;
  const attributes = [...html.matchAll(words)].map(([, value]) => value!);
  const data = [...html.matchAll(/"name":"([^"]*)"/g)].map(([, value]) => value!);
  const text = html.replace(/<(script|style)\b.*?<\/\1>/gs, '').replace(/<[^>]*>/g, '\n');
  return [text, ...attributes, ...data].join('\n').replace(/\s*\n\s*/g, '\n');
}

const formsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
/** The parts of a message between its placeholders. */
const partsOf = (message: Message): string[] =>
  formsOf(message).flatMap((form) => form.split(/\{\w+\}/).map((part) => part.trim()));

/** Whether the words stand in a text on their own, and not within others. */
const hasWords = (text: string, words: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{M}-])${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{M}-])`, 'u').test(text);

const english = Object.entries(en).flatMap(([key, message]) =>
  partsOf(message)
    .filter((part) => part.length > 3)
    .map((part) => ({ key: key as WordKey, part })),
);

test('the site shows most of the words', async () => {
  const all = [...(await textsIn('en')).values()].join('\n');
  const shown = new Set(english.flatMap(({ key, part }) => (hasWords(all, part) ? key : [])));
  expect(shown.size / new Set(english.map(({ key }) => key)).size).toBeGreaterThan(2 / 3);
});

test.each(Object.keys(tables).filter((language) => language !== 'en'))('no English is left in %s', async (language) => {
  const own = Object.values(tables[language]!).flatMap(partsOf).join('\n');
  const foreign = english.filter(({ part }) => !hasWords(own, part));
  const found = [...(await textsIn(language))].flatMap(([path, text]) =>
    foreign.filter(({ part }) => hasWords(text, part)).map(({ key, part }) => `${path}: ${key} ${part}`),
  );
  expect(found).toEqual([]);
});
