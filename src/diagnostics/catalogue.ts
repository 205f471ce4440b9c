import type { Severity } from './diagnostic.ts';

/** What is permanently true of a code; a single diagnostic adds its message, place and help. */
export interface CatalogueEntry {
  readonly severity: Severity;
  readonly title: string;
}

/** Every diagnostic that exists. A code, once published, keeps its meaning. */
export const catalogue = {
  // The site's folder and files
  'no-content': { severity: 'error', title: 'The site has no content folder' },
  'not-utf8': { severity: 'error', title: 'A file is not UTF-8 text' },
  'unreadable-file': { severity: 'error', title: 'A file cannot be read' },
  'too-much': { severity: 'error', title: 'There is more than a site may hold' },
  'untrusted-file': { severity: 'warning', title: 'A file that could run code was not taken from strangers' },
  // Front matter and site.yaml
  'bad-yaml': { severity: 'error', title: 'The YAML cannot be read' },
  'unclosed-front-matter': { severity: 'error', title: 'The front matter has no closing line' },
  'front-matter-language': { severity: 'error', title: 'Front matter is YAML, never code' },
  'missing-field': { severity: 'error', title: 'A required field is missing' },
  'wrong-type': { severity: 'error', title: 'A field has the wrong kind of value' },
  'unknown-value': { severity: 'error', title: 'A field has a value that is not one of its choices' },
  'misspelt-field': { severity: 'warning', title: 'A field looks like a misspelling of a known one' },
  'repeated-field': { severity: 'warning', title: 'Two spellings of one field are both set' },
  'unknown-words': { severity: 'warning', title: 'Words of the theme are not known' },
  'unknown-layout': { severity: 'warning', title: 'The layout names no template' },
  // Dates and times
  'bad-date': { severity: 'error', title: 'A date cannot be read' },
  'bad-duration': { severity: 'error', title: 'A duration cannot be read' },
  'unknown-zone': { severity: 'error', title: 'A time zone is not known' },
  'weekday-mismatch': { severity: 'warning', title: 'The weekday is not the one of the date' },
  'zone-mismatch': { severity: 'warning', title: 'A written offset disagrees with the time zone' },
  'file-date-mismatch': { severity: 'warning', title: "The file name's date differs from the front matter's" },
  'no-date': { severity: 'warning', title: 'A post has no date' },
  'ends-before-start': { severity: 'error', title: 'An event ends before it starts' },
  // Series
  'bad-rule': { severity: 'error', title: 'The rule of a series cannot be read' },
  'misspelt-series': { severity: 'warning', title: 'A series looks like a misspelling of a known one' },
  'two-events-on-one-day': { severity: 'warning', title: 'A series has two events on one day' },
  'unnamed-series': { severity: 'note', title: 'An event on a day of a series does not name it' },
  'off-series-day': { severity: 'note', title: "An event is not on a day of its series' rule" },
  // Events
  'repeated-uid': { severity: 'warning', title: 'Two events have the same `uid`' },
  'talk-without-speaker': { severity: 'warning', title: 'A talk has no speaker' },
  'nothing-to-show': { severity: 'note', title: 'A past event has neither recording, slides nor text' },
  // References
  'no-file-for-person': { severity: 'warning', title: 'A person has no file' },
  'no-file-for-venue': { severity: 'warning', title: 'A venue has no file' },
  'no-file-for-sponsor': { severity: 'warning', title: 'A sponsor has no file' },
  'two-spellings': { severity: 'warning', title: 'One name is written in two ways' },
  'unknown-event': { severity: 'warning', title: 'A post names an event that does not exist' },
  // Addresses
  'bad-permalink': { severity: 'error', title: 'A permalink or alias is not a safe path' },
  'url-collision': { severity: 'error', title: 'Two sources give the same address' },
  // Markdown and links
  'unspaced-heading': { severity: 'warning', title: 'A line looks like a heading and is text' },
  'template-tag': { severity: 'warning', title: 'A tag of a template is in a text' },
  'removed-html': { severity: 'warning', title: 'HTML that a stranger may not use was removed' },
  'missing-scheme': { severity: 'warning', title: 'An address has no `https://`' },
  'unsafe-link': { severity: 'error', title: 'A link would run code' },
  'dropped-attribute': { severity: 'warning', title: 'An attribute list sets what it may not' },
  'unknown-language': { severity: 'note', title: 'A language after a fence looks like a misspelling of a known one' },
  'no-diagram-library': { severity: 'note', title: 'Diagrams are shown as their source' },
  'missing-body': { severity: 'warning', title: 'An admonition or tab has nothing below it' },
  'unknown-icon': { severity: 'warning', title: 'An icon has a name that is not known' },
  'broken-link': { severity: 'warning', title: 'A link leads to a page or file that is not there' },
  'broken-image': { severity: 'warning', title: 'A picture is not there' },
  'broken-picture': { severity: 'error', title: 'A picture cannot be read' },
  'no-image-library': { severity: 'note', title: 'Pictures are published as they are' },
  'no-card-library': { severity: 'note', title: 'No cards are drawn for links to the site' },
  'no-search-library': { severity: 'note', title: 'The site has no search' },
  'no-search-index': { severity: 'error', title: 'The search index could not be made' },
  'broken-anchor': { severity: 'warning', title: 'A link leads to a heading that is not there' },
  // Templates
  'template-error': { severity: 'error', title: 'A template cannot be rendered' },
  // Found by `check` alone
  'picture-without-text': { severity: 'warning', title: 'A picture has no text alternative' },
  'skipped-heading': { severity: 'note', title: 'A heading skips a level' },
  'no-description': { severity: 'note', title: 'A page has nothing that describes it' },
  'similar-tags': { severity: 'warning', title: 'Two tags look like one' },
  'similar-people': { severity: 'warning', title: 'Two people look like one' },
  'large-picture': { severity: 'note', title: 'A picture is far larger than it is shown' },
  'doubtful-year': { severity: 'warning', title: 'The year of an event looks wrong' },
  'missing-words': { severity: 'note', title: 'Words of the theme are missing in the language of the site' },
  'dead-link': { severity: 'warning', title: 'A link out leads to nothing' },
  'moved-link': { severity: 'note', title: 'A link out has moved for good' },
  'unanswered-link': { severity: 'note', title: 'A link out could not be checked' },
  // Writing
  'unsafe-output': { severity: 'error', title: 'A path leads out of the output folder' },
  'foreign-file': { severity: 'error', title: 'A file of somebody else is in the way' },
  'write-failed': { severity: 'error', title: 'The site could not be written' },
} as const satisfies Record<string, CatalogueEntry>;

export type Code = keyof typeof catalogue;
