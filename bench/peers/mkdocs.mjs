import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlPage } from '../templates.mjs';
import { versionOf } from './version.mjs';

const config = `site_name: The Tin Lantern
docs_dir: content
plugins: []
theme: { name: null, custom_dir: theme }
markdown_extensions: [tables, fenced_code, attr_list]
`;

const list =
  '<ul>{% for item in nav.pages %}<li><a href="{{ item.url | url }}">{{ item.title }}</a></li>{% endfor %}</ul>';

/** MkDocs with a theme of the same size. It is made for books rather than for thousands of posts. */
export const mkdocs = {
  get name() {
    return `MkDocs ${versionOf('mkdocs', '--version')}`;
  },
  isThere: () => versionOf('mkdocs', '--version') !== undefined,
  most: 1000,
  setUp(folder) {
    writeFileSync(join(folder, 'mkdocs.yml'), config);
    writeFileSync(join(folder, 'content/index.md'), 'Posts\n');
    mkdirSync(join(folder, 'theme'));
    const main = `{{ page.content }}{% if page.is_homepage %}${list}{% endif %}`;
    writeFileSync(join(folder, 'theme/main.html'), htmlPage('{{ page.title }}', main));
  },
  build: (out) => ['mkdocs', 'build', '--quiet', '--site-dir', out],
  buildAgain: (out) => ['mkdocs', 'build', '--quiet', '--dirty', '--site-dir', out],
};
