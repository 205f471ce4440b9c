import { expect, test } from 'vitest';
import { formatJson, formatMarkdown, formatText } from '../../src/status/formats.ts';
import type { Todo } from '../../src/status/todo.ts';

const todo: Todo = {
  section: 'next',
  about: 'Maps & *ink* for @everyone',
  day: '2026-08-04',
  lacks: 'venue',
  message: 'nobody knows where',
  due: '2026-07-07',
  at: { path: 'content/events/maps.md', line: 3, column: 8, length: 16 },
  command: undefined,
};
const todos: readonly Todo[] = [
  todo,
  {
    ...todo,
    lacks: 'biography',
    message: '`Bo` has no biography',
    due: '2026-07-28',
    command: 'meetpress new person Bo',
  },
  {
    ...todo,
    section: 'links',
    about: 'content/about.md',
    day: undefined,
    message: '\u001b[31m is gone',
    due: undefined,
  },
];

test('for a terminal: by section and subject, with a mark for what is urgent, and nothing that moves the cursor', () => {
  expect(formatText(todos, '2026-07-10')).toBe(`Next

  Maps & *ink* for @everyone, 4 August 2026
    ! nobody knows where
        content/events/maps.md:3
    - \`Bo\` has no biography
        meetpress new person Bo

Links that died

  content/about.md
    - ␛[31m is gone
        content/events/maps.md:3

3 things to do, 1 of them now.
`);
});

test('for an issue: boxes to tick, and titles that are no Markdown and call nobody', () => {
  expect(formatMarkdown(todos.slice(0, 2), '2026-07-10')).toBe(`## Next

### Maps \\& \\*ink\\* for @\u2060everyone, 4 August 2026

- [ ] **now**: nobody knows where (\`content/events/maps.md:3\`)
- [ ] \`Bo\` has no biography (\`meetpress new person Bo\`)

2 things to do, 1 of them now.
`);
});

test('for programs: every key, always', () => {
  expect(JSON.parse(formatJson(todos.slice(0, 1), '2026-07-06'))).toEqual({
    today: '2026-07-06',
    todos: [
      {
        section: 'next',
        about: 'Maps & *ink* for @everyone',
        day: '2026-08-04',
        lacks: 'venue',
        message: 'nobody knows where',
        due: '2026-07-07',
        urgent: false,
        path: 'content/events/maps.md',
        line: 3,
        command: null,
      },
    ],
  });
});

test('where there is nothing, that is said', () => {
  expect(formatText([], '2026-07-10')).toBe('Nothing is left to do.\n');
});
