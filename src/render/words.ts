import nunjucks from 'nunjucks';
import { escapeAttribute } from '../markdown/escape.ts';
import type { WordKey } from '../words/en.ts';
import { fill } from '../words/message.ts';
import type { Values, Words } from '../words/words.ts';

const { SafeString } = nunjucks.runtime;
type Html = InstanceType<typeof SafeString>;

/**
 * `t('page', number=3)` for templates: words in which values stand. Where one of the values is HTML, as a macro gives it,
 * so is what comes out, and all else in it is escaped. Throws for words that there aren't.
 */
export const createT =
  (wordsNow: () => Words) =>
  (key: string, values: Readonly<Record<string, unknown>> = {}): string | Html => {
    const words = wordsNow();
    const isHtml = (value: unknown): value is Html => value instanceof SafeString;
    if (!Object.values(values).some(isHtml)) return words.t(key as WordKey, values as Values);
    const html = fill(escapeAttribute(words.pattern(key, Number(values.count))), (name) => {
      const value = values[name];
      if (isHtml(value)) return String(value);
      return typeof value === 'number'
        ? words.number(value)
        : value === undefined
          ? value
          : escapeAttribute(`${value}`);
    });
    return new SafeString(html);
  };
