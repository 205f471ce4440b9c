import type { Problem } from '../../diagnostics/diagnostic.ts';

/** What reading one value gives. Without a `value` it was refused, and one of the problems says why. */
export interface Read<T> {
  readonly value?: T;
  readonly problems: readonly Problem[];
}

/** No date, time or duration that makes sense is longer; hostile ones are refused before any matching. */
const LONGEST = 200;

/** The text that a reader can go on with, or its refusal. `noun` is what was hoped for: `a date`. */
export function readText(value: unknown, code: Problem['code'], noun: string, help: string): Read<string> {
  if (typeof value === 'string' && value.length > LONGEST)
    return refuse({ code, message: `a text of ${value.length} characters is not ${noun}`, help });
  if (typeof value === 'string' && value.trim() !== '') return { value, problems: [] };
  return refuse({ code, message: `${describe(value)} is not ${noun}`, help });
}

export function refuse(problem: Problem): Read<never> {
  return { problems: [problem] };
}

function describe(value: unknown): string {
  if (value === undefined || value === null || typeof value === 'string') return 'an empty value';
  if (typeof value === 'number' || typeof value === 'boolean') return `\`${value}\``;
  return Array.isArray(value) ? 'a list' : 'a group of fields';
}
