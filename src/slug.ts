/** Signs that tell names apart, and would be lost otherwise: C, C++ and C# are three tags. */
const signs: Readonly<Record<string, string>> = { '+': ' plus ', '#': ' sharp ', '&': ' and ', '@': ' at ' };

/**
 * The identity of a name and its part of a URL: two spellings that differ only in case, accents' encoding or
 * punctuation have one slug. Letters of every script stay; a name without any goes by its signs' code points.
 */
export function slugify(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/['’]/g, '')
    .normalize('NFC')
    .replace(/[+#&@]/g, (sign) => signs[sign]!)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return words || [...name.trim()].map((sign) => sign.codePointAt(0)!.toString(16)).join('-');
}
