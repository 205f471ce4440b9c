/** Signs that tell names apart, and would be lost otherwise: C, C++ and C# are three tags. */
const signs: Readonly<Record<string, string>> = { '+': ' plus ', '#': ' sharp ', '&': ' and ', '@': ' at ' };

/**
 * The identity of a name and its part of a URL: two spellings that differ only in case, accents' encoding or
 * punctuation have one slug. Letters of every script stay. Empty where a name has neither letter nor digit.
 */
export function slugify(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[+#&@]/g, (sign) => signs[sign]!)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
