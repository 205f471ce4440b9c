import { createMarkdown, type RenderMarkdown } from '../markdown/markdown.ts';
import type { Rendered } from '../markdown/rendered.ts';
import type { OwnWords } from '../words/languages.ts';
import { wordsOf } from '../words/words.ts';

/** All that a body's HTML depends on beside its text and its language. Plain data: it can cross to another thread. */
export interface BodyOptions {
  readonly untrusted: boolean;
  readonly typography: boolean;
  /** The site's (BCP 47). */
  readonly language: string;
  readonly words: OwnWords;
}

/** Turns Markdown of a language (BCP 47) into HTML. */
export type RenderBody = (text: string, language: string) => Rendered;

/** What there is to render. Plain data. */
export interface Body {
  readonly text: string;
  readonly language: string;
}

/** A pure function; for each language one reader of Markdown is made, when it is first asked for. */
export function createBodies({ untrusted, typography, language: siteLanguage, words }: BodyOptions): RenderBody {
  const wordsIn = wordsOf({ language: siteLanguage, words });
  const made = new Map<string, RenderMarkdown>();
  return (text, language) => {
    const quotes = typography ? language : undefined;
    const render = made.get(language) ?? createMarkdown({ untrusted, quotes, words: wordsIn(language) });
    made.set(language, render);
    return render(text);
  };
}
