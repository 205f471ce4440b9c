import type { StateInline } from 'markdown-it';

/**
 * The name between two colons at the state's position, by a sticky pattern that captures it; undefined where there is
 * none, or where it is part of an address that may become a link later on.
 */
export function shortcodeAt({ src, pos, posMax }: StateInline, pattern: RegExp): string | undefined {
  if (src.charCodeAt(pos) !== 0x3a) return undefined;
  pattern.lastIndex = pos;
  const name = pattern.exec(src)?.[1];
  return name === undefined || pattern.lastIndex > posMax || inAddress(src, pos) ? undefined : name;
}

function inAddress(text: string, pos: number): boolean {
  const before = text.slice(Math.max(0, pos - 200), pos).split(/\s/);
  return /:\/\/|www\.|mailto:/i.test(before.at(-1)!);
}
