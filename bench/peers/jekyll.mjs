import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlPage } from '../templates.mjs';
import { versionOf } from './version.mjs';

const config = `title: The Tin Lantern
timezone: UTC
source: site
permalink: /posts/:year-:month-:day-:title/
defaults:
  - scope: { path: '' }
    values: { layout: post, render_with_liquid: false }
`;

const list = `---
layout: null
render_with_liquid: true
---
<ul>{% for post in site.posts %}<li><a href="{{ post.url }}">{{ post.title }}</a></li>{% endfor %}</ul>
`;

/** Jekyll with a layout of the same size. */
export const jekyll = {
  get name() {
    return `Jekyll ${versionOf('jekyll', '--version')}`;
  },
  isThere: () => versionOf('jekyll', '--version') !== undefined,
  setUp(folder) {
    const site = join(folder, 'site');
    mkdirSync(join(site, '_layouts'), { recursive: true });
    writeFileSync(join(folder, '_config.yml'), config);
    writeFileSync(join(site, '_layouts/post.html'), htmlPage('{{ page.title }}', '{{ content }}'));
    writeFileSync(join(site, 'index.html'), list);
    symlinkSync(join(folder, 'content/posts'), join(site, '_posts'));
    symlinkSync(join(folder, 'content/people'), join(site, 'people'));
    symlinkSync(join(folder, 'assets'), join(site, 'assets'));
  },
  keeps: ['.jekyll-cache', 'site/.jekyll-cache', 'site/.jekyll-metadata'],
  build: (out) => ['jekyll', 'build', '--quiet', '--destination', out],
  buildAgain: (out) => ['jekyll', 'build', '--quiet', '--incremental', '--destination', out],
};
