import fc from 'fast-check';
import { type Code, catalogue } from '../../src/diagnostics/catalogue.ts';
import type { Diagnostic, Span } from '../../src/diagnostics/diagnostic.ts';

/** Text of any UTF-16 units, with more than a fair share of what is troublesome. */
export const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\n',
      '\r',
      '\t',
      '\x1b[31m',
      '\u009b',
      '\u2028',
      '\u202e',
      '\ud83d',
      '%',
      ':',
      ',',
      '::',
      '::add-mask::',
      '##',
      '##[',
      'vso[',
      '日',
      '👩‍👩‍👧',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
  ),
});

export const anySpan: fc.Arbitrary<Span> = fc.record({
  path: anyText,
  line: fc.integer({ min: -1, max: 12 }),
  column: fc.integer({ min: -5, max: 2000 }),
  length: fc.integer({ min: -5, max: 2000 }),
});

export const anyDiagnostic: fc.Arbitrary<Diagnostic> = fc.record(
  {
    code: fc.constantFrom(...(Object.keys(catalogue) as Code[])),
    severity: fc.constantFrom('error', 'warning', 'note'),
    message: anyText,
    at: anySpan,
    notes: fc.array(anyText, { maxLength: 3 }),
    help: anyText,
  },
  { requiredKeys: ['code', 'severity', 'message', 'notes'] },
);
