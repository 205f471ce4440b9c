import { en } from '../words/en.ts';
import { tables } from '../words/languages.ts';

/** Every word of the theme by its key, from the tables. */
export function wordReference(): string {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const languages = Object.keys(tables)
    .map((tag) => `${names.of(tag)} (\`${tag}\`)`)
    .sort();
  const rows = Object.entries(en).map(([key, message]) => {
    const forms = typeof message === 'string' ? [message] : Object.entries(message).map((form) => form.join(': '));
    return `| \`${key}\` | ${forms.map((form) => `\`${form}\``).join('<br>')} |`;
  });
  return [
    '# Every word of the theme',
    '<!-- Made by `npm run docs:reference` from the tables in `src/words/`. -->',
    `What the theme says by itself is there in ${new Intl.ListFormat('en-GB').format(languages)}. A site changes or adds words under \`words\` in \`site.yaml\`: see “Words” in [theming](theming.md). What stands in braces is filled in.`,
    ['| key | in English |', '|---|---|', ...rows].join('\n'),
    '',
  ].join('\n\n');
}
