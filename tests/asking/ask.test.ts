import { expect, test } from 'vitest';
import { createAsk } from '../../src/asking/ask.ts';
import { WrongCall } from '../../src/commands/io.ts';

const ask = createAsk(false);
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
] as const;

test('where nobody is there, the default is the answer', async () => {
  expect(await ask.text({ message: 'Name?', initial: '' })).toBe('');
  expect(await ask.choose({ message: 'Which?', options, initial: 'b' })).toBe('b');
  expect(await ask.confirm({ message: 'Sure?' })).toBe(false);
  expect(await ask.confirm({ message: 'Sure?', initial: true })).toBe(true);
});

test('what has no default is a wrong call that names the flag', async () => {
  await expect(ask.text({ message: 'Name?', flag: '--name' })).rejects.toThrow(new WrongCall('--name is missing'));
  await expect(ask.choose({ message: 'Which?', options })).rejects.toThrow(/nobody is there to answer “Which\?”/);
});
