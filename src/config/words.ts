import { isBlank, reader } from '../content/schema/field.ts';
import { record, text } from '../content/schema/readers.ts';
import { isRecord } from '../content/yaml.ts';
import { closest, listOf } from '../diagnostics/suggest.ts';
import { en } from '../words/en.ts';
import { isWordKey, type OwnWords } from '../words/languages.ts';
import { type Message, type Plural, placeholdersOf } from '../words/message.ts';

const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Words of the theme by their keys, to be used instead of the built-in ones, or in a language that isn't built in. */
export const ownWords = reader('list of words', (value, reading): OwnWords | undefined => {
  const written = record(value, reading);
  if (!written) return undefined;
  const words: Record<string, Message> = {};
  for (const [key, each] of Object.entries(written)) {
    const at = reading.at(key);
    if (!isWordKey(key)) {
      const meant = closest(key, Object.keys(en));
      const help = meant ? `did you mean \`${meant}\`?` : 'docs/words.md lists them';
      at.problem({ code: 'unknown-words', message: `the theme has no words \`${key}\``, help }, 'key');
      continue;
    }
    const counts = typeof en[key] !== 'string';
    const message = counts && isRecord(each) ? pluralOf(each) : isBlank(each) ? undefined : text(each, at);
    if (message === undefined) {
      if (!isBlank(each) && counts && isRecord(each)) {
        const help = `write a line \`other: …\`, and others among ${listOf(categories.slice(0, -1))}`;
        at.problem({ code: 'wrong-type', message: `\`${key}\` has no form \`other\``, help });
      }
      continue;
    }
    const known = placeholdersOf(en[key]);
    const stray = placeholdersOf(message).find((name) => !known.includes(name));
    if (stray !== undefined) {
      const help = known.length ? `it is given ${known.map((name) => `\`{${name}}\``).join(' and ')}` : 'take it out';
      at.problem({ code: 'unknown-words', message: `\`${key}\` is given no \`{${stray}}\``, help });
      continue;
    }
    words[key] = counts && typeof message === 'string' ? { other: message } : message;
  }
  return words as OwnWords;
});

/** Undefined without the form that every language has. */
function pluralOf(written: Readonly<Record<string, unknown>>): Plural | undefined {
  const forms = Object.entries(written).filter(([name, form]) => categories.includes(name) && typeof form === 'string');
  const { other, ...rest } = Object.fromEntries(forms) as Record<string, string>;
  return other === undefined ? undefined : { ...rest, other };
}
