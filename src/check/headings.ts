import { type Diagnostic, diagnose, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { createSpanOf } from '../render/places.ts';
import { type Checking, onPages, type Page } from './checking.ts';
import { spanOf } from './find.ts';
import type { PageHeading } from './page.ts';
import { originOf } from './picture-texts.ts';

/** Notes on more files than these are one: an archive isn't repaired in a day. */
const mostNotes = 10;

interface Skip {
  readonly page: Page;
  /** The level of the heading before it. */
  readonly after: number;
  readonly heading: PageHeading;
}

/**
 * Headings that are more than one level below the heading before them, on the page as it is: the title that a template
 * gives counts. Of each file the first is said, as the others mostly follow from it.
 */
export function checkHeadings({ pages, renderer }: Checking): Diagnostic[] {
  const said = new Set<string>();
  const byTemplates = new Map<string, Skip[]>();
  const inFiles = pages.flatMap((page): Diagnostic[] => {
    const skips = skipsOf(page);
    const found = skips.map((skip) => ({ skip, at: placeOf(skip, renderer) }));
    const own = found.filter(({ at }) => at);
    for (const { skip, at } of found) {
      const key = `${skip.after} ${skip.heading.level}`;
      if (!at) byTemplates.set(key, [...(byTemplates.get(key) ?? []), skip]);
    }
    const [first] = own;
    if (!first?.at || said.has(first.at.path)) return [];
    said.add(first.at.path);
    const { heading, after } = first.skip;
    const more = own.length - 1;
    return [
      diagnose(
        {
          code: 'skipped-heading',
          message: `\`${heading.text}\` skips a level: it is of level ${heading.level}, and the heading before it of level ${after}`,
          notes: more ? [`${more} more in this file ${more === 1 ? 'does' : 'do'}`] : [],
          help: `make it a heading of level ${after + 1}: \`${'#'.repeat(after + 1)}\``,
        },
        first.at,
      ),
    ];
  });
  const others = [...byTemplates.values()].map((skips) => {
    const { heading, after } = skips[0]!;
    return diagnose({
      code: 'skipped-heading',
      message: `a template puts \`<h${heading.level}>\` (\`${heading.text}\`) below \`<h${after}>\``,
      notes: [onPages(skips.map(({ page }) => page.url))],
      help: `make it \`<h${after + 1}>\`; how large it is shown is for the style sheet to say`,
    });
  });
  return [...inOne(inFiles), ...others];
}

/** The last by name is mostly the newest. */
function inOne(found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (found.length <= mostNotes) return found;
  const last = sortDiagnostics(found).at(-1)!;
  const notes = [`so do headings in ${found.length - 1} other files`];
  return [{ ...last, notes }];
}

function skipsOf(page: Page): Skip[] {
  const { headings } = page.facts;
  return headings.flatMap((heading, index) => {
    const after = headings[index - 1]?.level;
    return after !== undefined && heading.level > after + 1 ? { page, after, heading } : [];
  });
}

/** Where a heading stands in the page's file: in its body, in raw HTML, or in Markdown of a field. */
function placeOf({ page, heading: { id, level, text } }: Skip, { body }: Checking['renderer']) {
  const { entry } = page;
  if (!entry) return undefined;
  const written = body(entry).headings.find((each) => each.id === id && each.level === level);
  if (written) return createSpanOf(originOf(entry))(text, [written.line, written.line + 1]);
  const raw = new RegExp(`<h${level}\\b`, 'i').exec(entry.body.text)?.[0];
  if (raw) return createSpanOf(originOf(entry))(raw);
  return spanOf(`${'#'.repeat(level)} ${text}`, entry.source);
}
