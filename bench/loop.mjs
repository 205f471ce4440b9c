// The least that turns such a folder into pages, with the same libraries: what Meetpress is measured against.
// node loop.mjs <site's folder> <output folder>
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import createMarkdownIt from 'markdown-it';
import attributes from 'markdown-it-attrs';
import nunjucks from 'nunjucks';
import { timed } from './probe.mjs';
import { loopTemplate } from './templates.mjs';

const [root, out] = process.argv.slice(2);

const md = createMarkdownIt({ html: true, linkify: true }).use(attributes);
const template = nunjucks.compile(loopTemplate, new nunjucks.Environment(null, { autoescape: true }));

const list = timed('read', () => readdirSync(join(root, 'content/posts')));
const read = timed('read', (name) => readFileSync(join(root, 'content/posts', name), 'utf8'));
const parse = timed('front matter', (text) => matter(text));
const markdown = timed('markdown', (body) => md.render(body));
const render = timed('render', (data) => template.render(data));
const write = timed('write', (name, html) => {
  const folder = join(out, 'posts', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), html);
});

const loop = timed('the rest', () => {
  for (const name of list()) {
    const { data, content } = parse(read(name));
    write(name.replace(/\.md$/, ''), render({ title: data.title, content: markdown(content) }));
  }
});
loop();
