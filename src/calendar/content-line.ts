/** The most octets that a line may have, its end apart (RFC 5545, section 3.1). */
const longest = 75;

/**
 * Lines as iCalendar wants them: each ended by CRLF, and folded where it is longer than 75 octets of UTF-8, never
 * inside a character.
 */
export const joinLines = (lines: readonly string[]): string => lines.map((line) => `${fold(line)}\r\n`).join('');

function fold(line: string): string {
  if (Buffer.byteLength(line) <= longest) return line;
  let folded = '';
  let room = longest;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (octets > room) {
      folded += '\r\n ';
      // The space counts.
      room = longest - 1;
    }
    folded += character;
    room -= octets;
  }
  return folded;
}

/** A property whose value is text (3.3.11); nothing where there is none. */
export function textLine(name: string, text: string | undefined): string[] {
  return text ? [`${name}:${escapeText(text)}`] : [];
}

/** Text may hold no control character but the tab; half a character, which UTF-8 can't say, becomes U+FFFD. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** The value of a parameter (3.2), in quotes where it needs them; it cannot hold any, nor a line break. */
export function parameter(value: string): string {
  const clean = value.replace(/["\0-\x1f\x7f\p{Surrogate}]/gu, '');
  return /[:;,]/.test(clean) ? `"${clean}"` : clean;
}

/** A property whose value is an address (3.3.13), which knows no escapes: what may not stand in one is encoded. */
export function addressLine(name: string, address: string | undefined): string[] {
  return address ? [`${name}:${encodeAddress(address)}`] : [];
}

const encodeAddress = (address: string): string =>
  address
    .trim()
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^!-~]|["<>\\^`{|}]/gu, encodeURIComponent);
