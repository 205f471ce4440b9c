import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addressLine, escapeText, joinLines, textLine } from '../../src/calendar/content-line.ts';
import { cleanText } from './reading.ts';

const octets = (line: string): number => Buffer.byteLength(line);
const folded = (line: string): string[] => joinLines([line]).split('\r\n').slice(0, -1);
const unfold = (text: string): string => text.replaceAll('\r\n ', '');

describe('lines', () => {
  test('end in CRLF, the last one too', () => {
    expect(joinLines(['BEGIN:A', 'END:A'])).toBe('BEGIN:A\r\nEND:A\r\n');
    expect(joinLines([])).toBe('');
  });

  test('of 75 octets stay whole, and one more folds them', () => {
    expect(folded('x'.repeat(75))).toEqual(['x'.repeat(75)]);
    expect(folded('x'.repeat(76))).toEqual(['x'.repeat(75), ' x']);
    expect(folded('x'.repeat(75 + 74 + 1))).toEqual(['x'.repeat(75), ` ${'x'.repeat(74)}`, ' x']);
  });

  test.each([
    ['two octets', 'é', 2],
    ['three octets', '漢', 3],
    ['four octets', '🎉', 4],
  ])('are never folded inside a character of %s', (_, character, size) => {
    for (let before = 0; before < 8; before++) {
      const line = 'x'.repeat(before) + character.repeat(60);
      const parts = folded(line);
      expect(Math.max(...parts.map(octets))).toBeLessThanOrEqual(75);
      // Nor earlier than need be.
      expect(Math.min(...parts.slice(0, -1).map(octets))).toBeGreaterThan(75 - size);
      expect(parts.join('\n')).not.toContain('\ufffd');
      expect(unfold(joinLines([line]))).toBe(`${line}\r\n`);
    }
  });

  test('fold whatever text there is, and unfold to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const [line] = textLine('SUMMARY', `x${text}`);
        const written = joinLines([line!]);
        const bytes = Buffer.from(written);
        expect(bytes.toString()).toBe(written);
        for (const part of written.split('\r\n')) expect(octets(part)).toBeLessThanOrEqual(75);
        expect(unfold(written)).toBe(`${line}\r\n`);
      }),
    );
  });
});

describe('text', () => {
  test('is escaped', () => {
    expect(escapeText('a\\b; c, d: "e"\nf\r\ng\rh\ti')).toBe('a\\\\b\\; c\\, d: "e"\\nf\\ng\\nh\ti');
  });

  test('has no control characters, and no half ones', () => {
    expect(escapeText('a\0b\x07c\x7fd\ud83de')).toBe('abcd\ufffde');
  });

  test('cannot begin a property of its own', () => {
    const [line] = textLine('SUMMARY', 'x\r\nEND:VEVENT\r\nATTACH:file:///etc/passwd');
    expect(joinLines([line!]).split('\r\n')).toHaveLength(2);
  });

  test('that is none has no line', () => {
    expect([textLine('SUMMARY', ''), textLine('SUMMARY', undefined)]).toEqual([[], []]);
  });

  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const calendar = joinLines(['BEGIN:VCALENDAR', ...textLine('SUMMARY', text), 'END:VCALENDAR']);
        const read = new ICAL.Component(ICAL.parse(calendar)).getFirstPropertyValue('summary');
        expect(read ?? '').toBe(cleanText(text));
      }),
    );
  });
});

test('addresses are encoded where they could not stand in a line', () => {
  expect(addressLine('URL', 'https://a.example/?q=1&r=a,b;c#d')).toEqual(['URL:https://a.example/?q=1&r=a,b;c#d']);
  expect(addressLine('URL', ' https://a.example/ä b\r\nX:1"<>\\ ')).toEqual([
    'URL:https://a.example/%C3%A4%20b%0D%0AX:1%22%3C%3E%5C',
  ]);
  expect(addressLine('URL', undefined)).toEqual([]);
});
