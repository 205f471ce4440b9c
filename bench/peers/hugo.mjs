import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlPage } from '../templates.mjs';

const version = () => /v(\d+\.\d+\.\d+)/.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout ?? '')?.[1];

/** Hugo with templates of the same size. */
export const hugo = {
  get name() {
    return `Hugo ${version()}`;
  },
  isThere: () => version() !== undefined,
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
  serve: (port) => ['hugo', 'server', '--port', `${port}`, '--quiet', '--bind', '127.0.0.1'],
  addressOf: (name) => `/posts/${name}/`,
};
