import nunjucks from 'nunjucks';
import { directionOf } from '../words/direction.ts';

/**
 * For what is in another language than the page around it; empty where it is in the same.
 * @param languageNow of the page that is being made (BCP 47)
 */
export function createLanguageFilters(languageNow: () => string) {
  const html = (text: string) => new nunjucks.runtime.SafeString(text);
  const isOther = (language: string | undefined): language is string => Boolean(language) && language !== languageNow();
  const subtag = (language: string): string => language.split('-')[0]!;
  return {
    /** Attributes that say so of an element. */
    inLanguage(language: string | undefined) {
      if (!isOther(language)) return '';
      const direction = directionOf(language);
      return html(` lang="${language}"${direction === directionOf(languageNow()) ? '' : ` dir="${direction}"`}`);
    },
    /** The attribute that says so of what a link leads to. */
    linksTo: (language: string | undefined) => (isOther(language) ? html(` hreflang="${language}"`) : ''),
    /** How the language calls itself; nothing for another variety of the page's. */
    languageName(language: string | undefined): string {
      if (!isOther(language) || subtag(language) === subtag(languageNow())) return '';
      return new Intl.DisplayNames(language, { type: 'language' }).of(subtag(language)) ?? '';
    },
  };
}
