/**
 * Whether the site asks `check` to be silent about an address, a tag or a name. An address in the list means all that
 * begins with it, a host all that is at it or a host below it; other words mean themselves. `*` stands for anything, and
 * case never matters.
 */
export function createIgnored(patterns: readonly string[]): (words: string) => boolean {
  const tests = patterns.map((written) => {
    const pattern = written.toLowerCase();
    if (pattern.includes('://')) return (words: string) => isLike(words, `${pattern}*`);
    if (!/^[\w*-]+(?:\.[\w*-]+)+$/.test(pattern)) return (words: string) => isLike(words, pattern);
    return (words: string) => {
      const host = /^(?:https?:)?\/\/([^/:?#]+)/.exec(words)?.[1] ?? words;
      return isLike(host, pattern) || isLike(host, `*.${pattern}`);
    };
  });
  return (words) => tests.some((test) => test(words.toLowerCase()));
}

/** By looking for each part behind the one before it: the time is that of the lengths, however many `*` there are. */
function isLike(words: string, pattern: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return words === pattern;
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (!words.startsWith(first) || !words.endsWith(last) || words.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    at = words.indexOf(part, at);
    if (at < 0) return false;
    at += part.length;
  }
  return at <= words.length - last.length;
}
