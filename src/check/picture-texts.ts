import type { Entry } from '../content/entry.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { createSpanOf } from '../render/places.ts';
import { type Checking, onPages, type Page } from './checking.ts';

const code = 'picture-without-text';
const help =
  'say what it shows, as in `![Four people at a table](table.jpg)`; an ornament is written `<img src="…" alt="">`';

/** Pictures without a text alternative (WCAG 2.2, 1.1.1): in bodies, and on pages by templates. */
export function checkPictureTexts({ checked, pages, renderer, find }: Checking): Diagnostic[] {
  const ofBodies = new Set<string>();
  const inBodies = checked.flatMap((entry) => {
    const spanOf = createSpanOf(originOf(entry));
    return renderer.body(entry).mutePictures.map(({ written, lines }) => {
      ofBodies.add(renderer.href({ written, picture: true, entry, path: [] }));
      return diagnose({ code, message: messageOf(written), help }, spanOf(written, lines));
    });
  });
  const byTemplates = new Map<string, Page[]>();
  for (const page of pages)
    for (const { src, hasText } of page.facts.pictures)
      if (!hasText && !ofBodies.has(src)) byTemplates.set(src, [...(byTemplates.get(src) ?? []), page]);
  return [
    ...inBodies,
    ...[...byTemplates].map(([src, on]) =>
      diagnose(
        {
          code,
          message: messageOf(src),
          notes: [onPages(on.map(({ url }) => url))],
          help: 'give it an `alt` with what it shows, or an empty one where it is an ornament',
        },
        find(src, on[0]!.entry),
      ),
    ),
  ];
}

const messageOf = (address: string): string =>
  `the picture \`${address.length > 80 ? `${address.slice(0, 80)}…` : address}\` says nothing to those who do not see it`;

export const originOf = (entry: Entry) => ({ entry, text: entry.body.text, line: entry.body.line });
