/** A form for each category of number that a language tells apart (CLDR), by `{count}`. */
export type Plural = { readonly [category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** Words with `{placeholders}`. */
export type Message = string | Plural;

export const placeholder = /\{(\w+)\}/g;

/** The placeholders of all forms of a message, each once, by name. */
export function placeholdersOf(message: Message): string[] {
  const forms = typeof message === 'string' ? [message] : Object.values(message);
  return [...new Set(forms.flatMap((form) => [...form.matchAll(placeholder)].map(([, name]) => name!)))].sort();
}

/** Puts values into a message's text. A placeholder for which there is none stays. */
export const fill = (text: string, valueFor: (name: string) => string | undefined): string =>
  text.replace(placeholder, (written, name: string) => valueFor(name) ?? written);
