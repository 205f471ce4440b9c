import { type Code, catalogue } from '../diagnostics/catalogue.ts';
import type { ExampleFiles, Explanation } from '../diagnostics/explanations/explanation.ts';
import { explanations, groups } from '../diagnostics/explanations/index.ts';
import { printed } from './example.ts';

/** The reference of every diagnostic, its examples built by the program that they are about. */
export async function diagnosticReference(): Promise<string> {
  const parts = [introduction, index()];
  for (const { title, codes } of groups) {
    parts.push(`## ${title}`);
    for (const code of codes) parts.push(await section(code, explanations[code]));
  }
  return `${parts.join('\n\n')}\n`;
}

const introduction = `# Every error, warning and note

<!-- Made by \`npm run docs:reference\` from the catalogue of codes; each example is built, and what is printed is what the program printed. -->

What the program says when something is wrong, by the code in brackets, with an example and what to do. A code keeps its meaning.

An **error** stops the build: nothing is written, and what was published stays. A **warning** stops it under \`--strict\` only. A **note** never does.

Every example stands on a site whose \`site.yaml\` has a \`title\`, and whose \`content/index.md\` has a line of text; of the other files all that matters is shown. They are built as on 20 November 2026.`;

function index(): string {
  return groups
    .map(({ title, codes }) => `- ${title}: ${codes.map((code) => `[\`${code}\`](#${code})`).join(', ')}`)
    .join('\n');
}

async function section(code: Code, explanation: Explanation): Promise<string> {
  const { severity, title } = catalogue[code];
  const said = [
    `### ${code}`,
    `**${severity}**: ${title}`,
    `${explanation.why}`,
    `**What to do:** ${explanation.help}`,
  ];
  if ('situation' in explanation)
    return [
      ...said,
      `**How it comes about:** ${explanation.situation} [A test](../${explanation.test}) brings it about.`,
    ].join('\n\n');
  const { bad, mended, flags, checkOnly } = explanation;
  const call = ['meetpress', checkOnly ? 'check' : 'build', ...Object.keys(flags ?? {}).map((flag) => `--${flag}`)];
  return [
    ...said,
    ...filesOf(bad),
    `\`${call.join(' ')}\` prints:`,
    fenced('text', (await printed(bad, explanation, 'text')).trimEnd()),
    'Mended:',
    ...filesOf(mended),
  ].join('\n\n');
}

function filesOf(files: ExampleFiles): string[] {
  return Object.entries(files).flatMap(([path, content]) => {
    if (content === null) return [];
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    return [`\`${path}\``, fenced(languageOf(path), text.trimEnd())];
  });
}

const languages: Readonly<Record<string, string>> = { md: 'markdown', yaml: 'yaml', html: 'html', njk: 'html' };
const languageOf = (path: string): string => languages[path.split('.').at(-1)!] ?? 'text';

/** In a fence longer than any in it. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
