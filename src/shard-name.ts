/** One of so many parts of a site that are built apart. Together they are the site. */
export interface Shard {
  /** From 1 to `count`. */
  readonly number: number;
  readonly count: number;
}

export const wholeSite: Shard = { number: 1, count: 1 };

/** `2/3`, the second of three; undefined for what is none. */
export function parseShard(written: string): Shard | undefined {
  if (!/^\d{1,6}\/\d{1,6}$/.test(written)) return undefined;
  const [number, count] = written.split('/').map(Number) as [number, number];
  return number >= 1 && number <= count ? { number, count } : undefined;
}
