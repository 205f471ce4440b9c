import { createBuilder } from '../builder.ts';
import { recentAnswers } from '../check/kept-answers.ts';
import { formatText as formatDiagnostics } from '../diagnostics/format-text.ts';
import { createFiles } from '../files.ts';
import { packageRoot } from '../package-root.ts';
import { formatJson, formatMarkdown, formatText } from '../status/formats.ts';
import { todosOf } from '../status/status.ts';
import { exitCodes, type Io } from './io.ts';
import { oneOf, readSite } from './options.ts';
import { counted, textIn } from './report.ts';

/** The options of `status` as they were typed. */
export interface StatusFlags {
  readonly root?: string;
  readonly now?: string;
  readonly all?: boolean;
  readonly format?: string;
}

const statusFormats = { text: formatText, json: formatJson, markdown: formatMarkdown } as const;

/** How long what a link answered is worth telling, in milliseconds. */
const aMonth = 30 * 24 * 60 * 60 * 1000;

/** Says what the organizer could do next. Gives the exit code: that there is much to do is no failure. */
export async function status({ all = false, format = 'text', ...flags }: StatusFlags, io: Io): Promise<number> {
  const write = statusFormats[oneOf('--format', format, Object.keys(statusFormats) as (keyof typeof statusFormats)[])];
  // What is being written is what lacks most.
  const { root, options } = readSite({ ...flags, drafts: true, images: false }, process.env);
  const { value, diagnostics } = createBuilder(createFiles(packageRoot)).plan(createFiles(root), options);
  const { site, entries } = value;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (entries.length === 0 && errors.length > 0) {
    io.err(`${formatDiagnostics(errors, { colour: io.colour, source: textIn(root) })}\n`);
    return exitCodes.contentErrors;
  }
  if (errors.length)
    io.err(`${counted(errors.length, 'error')} in the content may hide something; \`meetpress check\` says where.\n`);
  const answers = site.config.untrusted ? new Map() : recentAnswers(root, options.now.epochMilliseconds, aMonth);
  const today = options.now.toZonedDateTimeISO(site.config.timezone).toPlainDate().toString();
  io.out(write(todosOf(site, entries, { all, answers }), today));
  return exitCodes.built;
}
