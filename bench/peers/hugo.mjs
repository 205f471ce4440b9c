import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlPage } from '../templates.mjs';
import { versionOf } from './version.mjs';

/** Hugo with templates of the same size. */
export const hugo = {
  get name() {
    return `Hugo ${versionOf('hugo', 'version')}`;
  },
  isThere: () => versionOf('hugo', 'version') !== undefined,
  setUp(folder) {
    const write = (path, text) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    write(
      'config.toml',
      'baseURL = "http://localhost/"\ntitle = "The Tin Lantern"\n[markup.goldmark.renderer]\nunsafe = true\n',
    );
    write('layouts/_default/single.html', htmlPage('{{ .Title }}', '{{ .Content }}'));
    const list = '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>';
    for (const name of ['list', 'taxonomy', 'terms'])
      write(`layouts/_default/${name}.html`, htmlPage('{{ .Title }}', list));
    write('layouts/index.html', htmlPage('{{ .Site.Title }}', list.replace('.Pages', '.Site.RegularPages')));
  },
  keeps: ['resources'],
  build: (out) => ['hugo', '--quiet', '--destination', out],
  serve: (port) => ['hugo', 'server', '--port', `${port}`, '--quiet', '--bind', '127.0.0.1'],
  addressOf: (name) => `/posts/${name}/`,
};
