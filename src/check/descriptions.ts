import { configFile } from '../config/read.ts';
import type { Entry } from '../content/entry.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Content } from '../model/values.ts';
import { type Checking, onPages } from './checking.ts';
import { textOf } from './find.ts';

const code = 'no-description';
/** More than these are one note: an archive isn't repaired in a day. */
const mostNotes = 3;

/**
 * What search engines and lists have nothing to show for: events, posts and pages with neither a description nor a
 * first paragraph, and pages whose head says nothing at all.
 */
export function checkDescriptions(checking: Checking): Diagnostic[] {
  const { site, renderer } = checking;
  const wordless = [site.events.toReversed(), site.posts, site.pages].map((contents: readonly Content[]) =>
    contents.filter((content) => content.entry?.complete && !renderer.summary(content)),
  );
  const urls = new Set(wordless.flat().map(({ url }) => url));
  return [...wordless.flatMap(ofKind), ...ofHeads(checking, urls)];
}

/** A note for each, or one for all of a kind, at the first. */
function ofKind(contents: readonly Content[]): Diagnostic[] {
  const help = 'add a line `description: …`, or begin the text with a sentence that says what this is about';
  const startOf = ({ entry }: Content) => entry!.locate(entry!.paths.get('title') ?? []);
  if (contents.length <= mostNotes)
    return contents.map((content) => {
      const message = `this ${content.kind} has neither a description nor a first paragraph`;
      return diagnose({ code, message, help }, startOf(content));
    });
  const message = `${contents.length} ${contents[0]!.kind}s have neither a description nor a first paragraph`;
  const named = contents.slice(0, mostNotes).map(({ entry }) => entry!.source.path);
  const notes = [`the first are ${named.join(', ')}`];
  return [diagnose({ code, message, notes, help }, startOf(contents[0]!))];
}

/** Pages for search engines, without a description in their head and not said already. */
function ofHeads({ pages, site, files, renderer }: Checking, said: ReadonlySet<string>): Diagnostic[] {
  const summaryOf = (entry: Entry) => renderer.summary({ description: entry.fields.description, entry });
  const silent = pages.filter(({ url, route, facts }) => route.indexed && !facts.description && !said.has(url));
  const { length } = silent;
  if (length === 0) return [];
  const which = onPages(silent.map(({ url }) => url));
  // Where the site has the words, a template of its own leaves them out.
  if (site.config.description !== undefined || silent.some(({ entry }) => entry && summaryOf(entry))) {
    const message = `${length === 1 ? 'a page has' : `${length} pages have`} no description in the head`;
    const help = 'print `page.description` in your template, as the built-in `base.njk` does';
    return [diagnose({ code, message, notes: [which], help })];
  }
  const message = `the site has no description, and so ${length === 1 ? 'one page has' : `${length} pages have`} none`;
  const help = 'add a line `description: …` to site.yaml: who you are and where you meet, in one or two sentences';
  const at = textOf(files, configFile) === undefined ? undefined : site.config.locate('title');
  return [diagnose({ code, message, notes: [which], help }, at)];
}
