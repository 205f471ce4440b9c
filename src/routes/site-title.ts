import type { Site } from '../model/values.ts';
import { wordsOf } from '../words/words.ts';

/** A name for the site, also where nobody gave it one. */
export const siteTitle = ({ config }: Site): string => config.title ?? wordsOf(config)().t('meetup');
