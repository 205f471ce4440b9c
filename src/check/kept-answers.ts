import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../content/yaml.ts';
import { makeOwnFolder, ownFolderIn } from '../output/own-folder.ts';
import type { Answer } from './answers.ts';
import type { Kept } from './ask-all.ts';

/** How long an answer is believed, in milliseconds. */
const aDay = 24 * 60 * 60 * 1000;

/** Answers as they are kept in the site's folder. */
export interface KeptAnswers extends Kept {
  /** Writes them down. Whether that works changes nothing but the next check's time. */
  save(): void;
}

/**
 * Answers of the last day, in `.meetpress/links.json` of the site's folder. What can't be read there counts as nothing.
 * @param now in milliseconds since 1970
 */
export function openKeptAnswers(root: string, now: number): KeptAnswers {
  const file = fileIn(root);
  const answers = recentIn(file, now, aDay);
  let isChanged = false;
  return {
    get: (url) => answers.get(url)?.answer,
    keep(url, answer) {
      answers.set(url, { at: now, answer });
      isChanged = true;
    },
    save() {
      if (!isChanged) return;
      try {
        makeOwnFolder(root);
        writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(answers), null, 1));
        renameSync(`${file}.new`, file);
      } catch {
        // A folder that can't be written to is asked for anew.
      }
    },
  };
}

/**
 * What is known of addresses without asking again: answers of at most that age, in milliseconds. What a folder of
 * strangers holds is not to be believed.
 */
export const recentAnswers = (root: string, now: number, age: number): ReadonlyMap<string, Answer> =>
  new Map([...recentIn(fileIn(root), now, age)].map(([url, { answer }]) => [url, answer]));

const fileIn = (root: string): string => join(ownFolderIn(root), 'links.json');

const recentIn = (file: string, now: number, age: number): Map<string, Dated> =>
  new Map(readAnswers(file).filter(([, { at }]) => at <= now && now - at < age));

interface Dated {
  readonly at: number;
  readonly answer: Answer;
}

const kinds: readonly Answer['kind'][] = ['there', 'moved', 'gone', 'nameless'];

function readAnswers(file: string): [string, Dated][] {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRecord(read) ? (Object.entries(read).filter(([, each]) => isDated(each)) as [string, Dated][]) : [];
  } catch {
    return [];
  }
}

const isDated = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.at === 'number' &&
  isRecord(value.answer) &&
  kinds.some((kind) => kind === (value.answer as Answer).kind) &&
  ['to', 'reason'].every((key) =>
    ['string', 'undefined'].includes(typeof (value.answer as Record<string, unknown>)[key]),
  );
