import { Temporal } from 'temporal-polyfill';
import { spellDate } from '../content/dates/calendar.ts';
import { visible } from '../diagnostics/visible.ts';
import { groupBy } from '../group.ts';
import { sections, type Todo } from './todo.ts';

const titles: Readonly<Record<Todo['section'], string>> = {
  next: 'Next',
  past: 'Past, and not yet a record',
  sponsors: 'Sponsors',
  links: 'Links that died',
};

/** Whether its day has come. @param today ISO 8601 */
const isDue = ({ due }: Todo, today: string): boolean => due !== undefined && due <= today;

/** Things of one subject, under the words for it. */
const subjectsOf = (todos: readonly Todo[]): [string, Todo[]][] =>
  groupBy(todos, ({ about, day, section }) =>
    day === undefined || section === 'sponsors' ? about : `${about}, ${spellDate(Temporal.PlainDate.from(day))}`,
  );

const inSections = (todos: readonly Todo[]): [string, Todo[]][] =>
  sections.flatMap((section): [string, Todo[]][] => {
    const some = todos.filter((todo) => todo.section === section);
    return some.length ? [[titles[section], some]] : [];
  });

const placeIn = ({ at, command }: Todo): string => command ?? (at ? `${at.path}:${at.line}` : '');

/** For a terminal. `!` stands before what is urgent. @param today ISO 8601, in the site's zone */
export function formatText(todos: readonly Todo[], today: string): string {
  const parts = inSections(todos).map(([title, some]) =>
    [
      title,
      ...subjectsOf(some).map(([subject, each]) =>
        [
          `  ${visible(subject)}`,
          ...each.map((todo) =>
            `    ${isDue(todo, today) ? '!' : '-'} ${visible(todo.message)}\n        ${visible(placeIn(todo))}`.trimEnd(),
          ),
        ].join('\n'),
      ),
    ].join('\n\n'),
  );
  return `${[...parts, summaryOf(todos, today)].join('\n\n')}\n`;
}

/** For an issue: a box to tick for each. @param today ISO 8601, in the site's zone */
export function formatMarkdown(todos: readonly Todo[], today: string): string {
  const parts = inSections(todos).flatMap(([title, some]) => [
    `## ${title}`,
    ...subjectsOf(some).map(([subject, each]) => `### ${plain(subject)}\n\n${each.map(boxOf).join('\n')}`),
  ]);
  return `${[...parts, summaryOf(todos, today)].join('\n\n')}\n`;

  function boxOf(todo: Todo): string {
    const place = placeIn(todo);
    return `- [ ] ${isDue(todo, today) ? '**now**: ' : ''}${visible(todo.message)}${place && ` (${code(visible(place))})`}`;
  }
}

/** For programs. Every key is always there, `null` where it isn't known. @param today ISO 8601, in the site's zone */
export function formatJson(todos: readonly Todo[], today: string): string {
  const records = todos.map((todo) => ({
    section: todo.section,
    about: todo.about,
    day: todo.day ?? null,
    lacks: todo.lacks,
    message: todo.message,
    due: todo.due ?? null,
    urgent: isDue(todo, today),
    path: todo.at?.path ?? null,
    line: todo.at?.line ?? null,
    command: todo.command ?? null,
  }));
  return `${JSON.stringify({ today, todos: records }, null, 2)}\n`;
}

function summaryOf(todos: readonly Todo[], today: string): string {
  if (todos.length === 0) return 'Nothing is left to do.';
  const urgent = todos.filter((todo) => isDue(todo, today)).length;
  return `${todos.length} ${todos.length === 1 ? 'thing' : 'things'} to do${urgent ? `, ${urgent} of them now` : ''}.`;
}

/** A code span, also of what holds a backtick. */
const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/** Words of content that are to be no Markdown, and call nobody by an `@`. */
const plain = (text: string): string =>
  visible(text)
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replaceAll('@', '@\u2060');
