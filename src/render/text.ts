/** At a word's end, where one is near, and with an ellipsis where something was cut. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // A surrogate pair is never split.
  const cut = text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** The first letters of a name's first and last word: what stands in for a portrait. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = (word: string | undefined): string => /[\p{L}\p{N}]\p{M}*/u.exec(word ?? '')?.[0] ?? '';
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '')).toUpperCase();
}
