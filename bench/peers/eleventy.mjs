import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { htmlPage } from '../templates.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const program = join(here, 'node_modules/@11ty/eleventy/cmd.cjs');

const config = `import createMarkdownIt from 'markdown-it';
import attributes from 'markdown-it-attrs';

export default function (eleventy) {
  eleventy.setLibrary('md', createMarkdownIt({ html: true, linkify: true }).use(attributes));
  eleventy.addGlobalData('layout', 'post.njk');
  // Some posts write a date with a time, which would be refused; nothing here shows it.
  eleventy.addDateParsing((date) => (typeof date === 'string' ? new Date(date.replace(' ', 'T')) : undefined));
  eleventy.addFilter('sorted', (posts) => posts.toSorted((a, b) => b.date - a.date));
  return {
    dir: { input: 'content', includes: '../_includes', output: '_site' },
    markdownTemplateEngine: false,
    htmlTemplateEngine: 'njk',
  };
}
`;

/** Eleventy with the libraries and templates of the bare loop. */
export const eleventy = {
  name: 'Eleventy 3.1.2',
  /** Installs it on the first run. */
  isThere() {
    if (!existsSync(program))
      spawnSync('npm', ['ci', '--ignore-scripts', '--silent'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
    return existsSync(program);
  },
  /** @param folder holds the posts of a generated site in `content/posts` */
  setUp(folder) {
    writeFileSync(join(folder, 'eleventy.config.mjs'), config);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    mkdirSync(join(folder, '_includes'));
    writeFileSync(join(folder, '_includes/post.njk'), htmlPage('{{ title }}', '{{ content | safe }}'));
    writeFileSync(
      join(folder, 'content/index.njk'),
      '---\nlayout: false\n---\n<ul>{% for post in collections.all %}<li><a href="{{ post.url }}">{{ post.data.title }}</a></li>{% endfor %}</ul>\n',
    );
    symlinkSync(join(here, '../../node_modules'), join(folder, 'node_modules'));
  },
  build: (out) => [process.execPath, program, '--quiet', `--output=${out}`],
  serve: (port) => [process.execPath, program, '--serve', '--incremental', '--quiet', `--port=${port}`],
  addressOf: (name) => `/posts/${name}/`,
};
