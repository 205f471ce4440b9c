import { describe, expect, test } from 'vitest';
import { firstHeading, nameFromId, titleOf } from '../../src/model/title.ts';
import { expectLinear } from '../growth.ts';
import { entryOf } from '../support.ts';

test.each([
  ['january-meetup', 'January meetup'],
  ['2026-01-24-january_meetup', 'January meetup'],
  ['2026-1-4_tea', 'Tea'],
  ['2026-04-07', '2026-04-07'],
  ['2026-02-30-tea', '2026 02 30 tea'],
  ['FAQ', 'FAQ'],
  ['östliche-runde', 'Östliche runde'],
  ['', ''],
])('%j is named %j', (id, name) => expect(nameFromId(id)).toBe(name));

describe('the first heading', () => {
  test.each([
    ['# Tea', 'Tea'],
    ['text\n\n###   Tea  ###  \n# Two', 'Tea'],
    ['#NoSpace\n\n   ## Tea', 'Tea'],
    ['# \n#\n# Tea', 'Tea'],
    ['# C#', 'C#'],
    ['# C# #', 'C#'],
    ['# F#, C# and # more', 'F#, C# and # more'],
    ['Tea\n===', 'Tea'],
    ['intro\n\nTea & cake\n  ---\n# Two', 'Tea & cake'],
    ['text\n\n---\n\n# Tea', 'Tea'],
    ['- item\n---\n# Tea', 'Tea'],
    ['| a |\n-\n# Tea', 'Tea'],
    ['```\n# code\n```\n# Tea', 'Tea'],
    ['~~~~ md\n# code\n```\n~~~\n# code\n~~~~\n# Tea', 'Tea'],
    ['    # code\n# Tea', 'Tea'],
    ['one\r\n\r\n# Tea\r\n', 'Tea'],
    ['one\r# Tea\rtwo', 'Tea'],
    ['## Tea {#tea .wide}', 'Tea'],
    ['## Tea {: #tea }', 'Tea'],
    ['# Sets {1, 2}', 'Sets {1, 2}'],
    ['# The **big** _tea_ *party*', 'The big tea party'],
    ['# snake_case and `__slots__`', 'snake_case and __slots__'],
    ['# 2 \\* 3 \\# 4', '2 * 3 # 4'],
    ['# [Tea](tea.md) with ![cake](cake.png)', 'Tea with cake'],
    ['no heading', undefined],
    ['', undefined],
    ['```\n# never closed', undefined],
  ])('of %j', (body, heading) => expect(firstHeading(body)).toBe(heading));

  test('takes time in line with the text', () => {
    for (const piece of ['[', '[](', '{.', '`', '\\', ' #', '*', ' '])
      expectLinear((times) => firstHeading(`# ${piece.repeat(times)}x`), 100_000);
  });
});

describe('the title', () => {
  test.each([
    ['posts/2026-05-01-tea.md', '---\ntitle: Front\n---\n# Body', 'Front'],
    ['posts/2026-05-01-tea.md', '# Body', 'Body'],
    ['posts/2026-05-01-tea.md', 'text', 'Tea'],
    ['posts/2026-05-01-tea/index.md', 'text', 'Tea'],
    ['venues/hall.md', '---\nname: The Hall\ntitle: Hall\n---\n', 'The Hall'],
    ['venues/hall.md', '---\ntitle: Hall\n---\n', 'Hall'],
    ['venues/town-hall.md', '', 'Town hall'],
  ])('of %s with %j', (path, text, title) => expect(titleOf(entryOf(path, text))).toBe(title));
});
