import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Checking } from './checking.ts';
import { checkDescriptions } from './descriptions.ts';
import { checkHeadings } from './headings.ts';
import { checkLinks } from './links.ts';
import { type BytesOf, checkPictureSizes } from './picture-sizes.ts';
import { checkPictureTexts } from './picture-texts.ts';
import { checkPeople, checkTags } from './similar.ts';
import { checkStyles } from './styles.ts';
import { checkWords } from './words.ts';
import { checkYears } from './years.ts';

/** What can be found without the network. Each is a function of the site and of what it was rendered into. */
const checks: readonly ((checking: Checking) => readonly Diagnostic[])[] = [
  checkLinks,
  checkStyles,
  checkPictureTexts,
  checkHeadings,
  checkDescriptions,
  checkTags,
  checkPeople,
  checkYears,
  checkWords,
];

/** What is wrong with a site beyond what building it shows. */
export const checkSite = (checking: Checking, bytesOf: BytesOf): Diagnostic[] => [
  ...checks.flatMap((each) => each(checking)),
  ...checkPictureSizes(checking, bytesOf),
];
