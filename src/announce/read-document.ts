import { Parser } from 'htmlparser2';
import { uriOf } from '../render/addresses.ts';
import { type Block, type Document, type Run, tidied } from './document.ts';

const blockNames =
  /^(?:address|article|aside|blockquote|caption|d[dlt]|details|div|figcaption|figure|footer|h[1-6r]|header|li|main|ol|p|pre|section|summary|table|title|tr|ul)$/;
const silentNames =
  /^(?:audio|button|canvas|form|iframe|img|input|math|nav|object|picture|script|select|style|svg|template|video)$/;
const silentClasses = /(?:^|\s)(?:footnote-ref|footnotes|diagram)(?:\s|$)/;

/** What holds inside an element. */
interface Frame extends Omit<Block, 'runs' | 'marker'> {
  readonly marks: Omit<Run, 'text'>;
  readonly silent: boolean;
  readonly isSubject: boolean;
  /** Of the next item in a numbered list. */
  number: number | undefined;
}

type OpenRun = { text: string } & Omit<Run, 'text'>;

const top: Frame = {
  kind: 'line',
  level: 0,
  rank: 0,
  section: 0,
  depth: 0,
  quotes: 0,
  marks: {},
  silent: false,
  isSubject: false,
  number: undefined,
};

/**
 * Reads the HTML of a template. `data-rank` says how soon an element goes where a place has no room for all. A `<p>`
 * or `<h1>` may be cut then, all else stays whole. Text right in a `<div>` is a line of its own, an `<a>` without words
 * shows its address, and `<title>` is the subject. What is `hidden`, and what is no text, is left out.
 */
export function readDocument(html: string): Document {
  const blocks: Block[] = [];
  const frames: Frame[] = [top];
  let sections = 0;
  let subject = '';
  let runs: OpenRun[] = [];
  /** Whose text the last run is. The parser gives text in pieces, of which none alone shows what it may be taken for. */
  let runIn: Frame | undefined;
  /** A link or a time: one run, whatever is in it. */
  let whole: OpenRun | undefined;
  let wholeIn: Frame | undefined;
  let marker = '';

  const flush = ({ marks, silent, isSubject, number, ...frame }: Frame): void => {
    const kept = frame.kind === 'code' ? codeOf(runs) : tidied(runs);
    runs = [];
    if (!kept) return;
    blocks.push({ ...frame, marker, runs: kept });
    marker = '';
  };
  const open = (run: OpenRun, frame?: Frame): void => {
    runs.push(run);
    runIn = frame;
  };
  const add = (text: string, frame: Frame): void => {
    if (frame.silent) return;
    if (frame.isSubject) subject += text;
    else if (whole) whole.text += text;
    else if (runIn === frame && runs.length) runs.at(-1)!.text += text;
    else open({ text, ...frame.marks }, frame);
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      const around = frames.at(-1)!;
      if (blockNames.test(name) && !whole) flush(around);
      if (name === 'br') add('\n', around);
      // The cells of a row stand beside each other.
      if (/^t[dh]$/.test(name) && runs.some(({ text }) => text.trim())) add(' · ', around);
      if (name === 'li') marker = around.number === undefined ? '-' : `${around.number++}.`;
      const rank = attributes['data-rank'];
      if (rank !== undefined) sections += 1;
      const frame: Frame = {
        ...around,
        ...shapeOf(name, around),
        ...(rank !== undefined && { rank: Number(rank) || 0, section: sections }),
        marks: { ...around.marks, ...marksOf(name) },
        silent:
          around.silent ||
          silentNames.test(name) ||
          'hidden' in attributes ||
          silentClasses.test(attributes.class ?? ''),
        isSubject: name === 'title',
        number: name === 'ol' ? Number(attributes.start) || 1 : undefined,
      };
      frames.push(frame);
      const meant =
        name === 'a' ? linkTo(attributes.href) : name === 'time' ? instantOf(attributes.datetime) : undefined;
      if (!meant || whole || frame.silent) return;
      whole = { text: '', ...frame.marks, ...meant };
      wholeIn = frame;
      open(whole);
    },
    ontext(text) {
      const frame = frames.at(-1)!;
      add(frame.kind === 'code' ? text : text.replace(/[ \t\r\n\f]+/g, ' '), frame);
    },
    onclosetag(name) {
      const frame = frames.pop()!;
      if (frame === wholeIn) whole = wholeIn = undefined;
      if (blockNames.test(name) && !whole) flush(frame);
    },
  });
  parser.end(html);
  flush(top);
  return { subject: subject.trim(), blocks };
}

function shapeOf(name: string, { kind, depth, quotes }: Frame): Partial<Frame> {
  if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]) };
  if (name === 'pre') return { kind: 'code' };
  if (name === 'ul' || name === 'ol') return { depth: depth + 1 };
  if (name === 'li') return { kind: 'item' };
  if (name === 'blockquote') return { quotes: quotes + 1, kind: 'prose' };
  // What an item holds stays whole with it.
  if (name === 'p') return { kind: depth > 0 ? 'item' : 'prose' };
  return blockNames.test(name) && kind !== 'item' && kind !== 'code' ? { kind: 'line', level: 0 } : {};
}

function marksOf(name: string): Omit<Run, 'text'> {
  if (/^(?:strong|b|dt|th)$/.test(name)) return { strong: true };
  if (/^(?:em|i|cite)$/.test(name)) return { em: true };
  return /^(?:code|kbd|samp)$/.test(name) ? { code: true } : {};
}

/** Undefined for what leads nowhere from elsewhere. */
const linkTo = (href = ''): Pick<Run, 'href'> | undefined =>
  /^(?:https?|mailto|tel|geo|matrix|xmpp|irc|ircs):/i.test(href) ? { href: uriOf(href) } : undefined;

/** Undefined for a day without a time of day. */
const instantOf = (datetime = ''): Pick<Run, 'instant'> | undefined =>
  /T.*(?:Z|[+-]\d\d:\d\d)$/.test(datetime) ? { instant: Math.floor(Date.parse(datetime) / 1000) } : undefined;

function codeOf(runs: readonly Run[]): readonly Run[] | undefined {
  const text = runs
    .map((run) => run.text)
    .join('')
    .replace(/^\n+|\s+$/g, '');
  return text === '' ? undefined : [{ text }];
}
