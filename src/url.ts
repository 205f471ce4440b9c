/**
 * The address that a text is, read as a browser reads it; undefined for none. In place of `URL.canParse`, which in Node
 * 20 and 22 takes a host like `köln.example` for none after some thousand calls: https://github.com/nodejs/node/pull/58023.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
