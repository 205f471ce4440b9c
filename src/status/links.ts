import type { Answer } from '../check/answers.ts';
import { spanOf } from '../check/find.ts';
import { createIgnored } from '../check/ignored.ts';
import type { Entry } from '../content/entry.ts';
import { quote, type Todo } from './todo.ts';

/**
 * Links that lead nowhere any more, as far as that is known without asking, at each file that has one.
 * @param answers by address, as the last `check --external` kept them
 * @param ignored `check: ignore:` of site.yaml
 */
export function deadLinks(
  entries: readonly Entry[],
  answers: ReadonlyMap<string, Answer>,
  ignored: readonly string[],
): Todo[] {
  const isIgnored = createIgnored(ignored);
  const dead = [...answers].filter(([url, { kind }]) => (kind === 'gone' || kind === 'nameless') && !isIgnored(url));
  return entries.flatMap(({ source }) =>
    dead.flatMap(([url, answer]): Todo[] => {
      // What is asked for ends in a slash where there is no path; few people write it.
      const at = spanOf(url, source) ?? spanOf(url.replace(/\/$/, ''), source);
      if (!at) return [];
      const reason = answer.kind === 'gone' ? answer.reason : 'there is no server of that name';
      const message = `${quote(url)} is gone: ${reason}`;
      return [
        {
          section: 'links',
          about: source.path,
          day: undefined,
          lacks: 'link',
          message,
          due: undefined,
          at,
          command: undefined,
        },
      ];
    }),
  );
}
