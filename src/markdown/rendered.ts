/** A body as HTML, with everything still open that needs the whole site. Plain data: it can be kept, or cross a thread. */
export interface Rendered {
  /** Wherever a link target belongs, `mark(i)` stands for `targets[i]`; where its size belongs, `sizeMark(i)`. */
  readonly html: string;
  readonly targets: readonly OpenTarget[];
  /** The stretch of `html` that is the excerpt, as offsets. */
  readonly excerpt: readonly [start: number, end: number];
  /** The excerpt without markup. */
  readonly excerptText: string;
  readonly headings: readonly Heading[];
  readonly mutePictures: readonly MutePicture[];
  /** Every id in the HTML: where a link's fragment can lead. */
  readonly ids: readonly string[];
  /** Whether the body opens with a heading of level one. */
  readonly ownHeading: boolean;
  readonly remarks: readonly Remark[];
  readonly needs: readonly Need[];
}

/** A script that a page needs for what is in its body. */
export type Need = 'mermaid' | 'copy' | 'embed';

/** A link or picture inside the site, as written. */
export interface OpenTarget {
  readonly written: string;
  readonly use: 'link' | 'image' | 'file';
  /** Lines of the body, from 0, between which it stands; the end is exclusive. */
  readonly lines: readonly [start: number, end: number];
  /** Of a picture to which its author gave one. */
  readonly shape?: PictureShape;
}

/** The sides that an author gave a picture, in CSS pixels; one that is given in another measure is undefined. */
export interface PictureShape {
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** The attributes that may be added to tell the picture's ratio, and change nothing else. */
  readonly open?: 'height' | 'both';
}

export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
  /** Of the body, from 0. */
  readonly line: number;
}

/** A picture that says nothing to those who do not see it, and isn't marked as one that needs no words. */
export interface MutePicture {
  readonly written: string;
  /** Of the body, from 0; the end is exclusive. */
  readonly lines: readonly [start: number, end: number];
}

/**
 * Something worth telling the writer about a body. It stands where `near` first does, within the lines if they are
 * given; of several with one `near`, each stands where the next one is.
 */
export interface Remark {
  readonly code:
    | 'dropped-attribute'
    | 'template-tag'
    | 'unspaced-heading'
    | 'removed-html'
    | 'unsafe-link'
    | 'unknown-language'
    | 'missing-body'
    | 'unknown-icon'
    | 'too-much';
  readonly message: string;
  readonly help?: string;
  readonly near: string;
  /** Of the body, from 0; the end is exclusive. */
  readonly lines?: readonly [start: number, end: number];
}

// Control characters cannot stand in HTML, and are taken out of every body before it is read: nobody can forge a mark.
export const open = '\u0001';
export const close = '\u0002';
export const listOpen = '\u0003';
export const listClose = '\u0004';
export const sizeOpen = '\u0005';

export const mark = (index: number): string => `${open}${index}${close}`;

/** An attribute that stands for what the picture that `targets[index]` is needs beside its address. */
export const sizeMark = (index: number): readonly [name: string, value: string] => [
  'data-size',
  `${sizeOpen}${index}${close}`,
];

/** Fills the marks in; `sizeOf` gives attributes with a space before each, or nothing. */
export function fillTargets(html: string, fill: (index: number) => string, sizeOf: (index: number) => string): string {
  if (!html.includes(open)) return html;
  return html.replace(/ data-size="\u0005(\d+)\u0002"|\u0001(\d+)\u0002/g, (_, picture?: string, index?: string) =>
    picture === undefined ? fill(Number(index)) : sizeOf(Number(picture)),
  );
}
