// Other people's sites, unchanged: does all that they wrote come out as they meant it?
// npm run bench -- corpora <folder>[=<folder in content>[@<time zone>]] …, or the same in MEETPRESS_CORPORA, with
// spaces between. A folder `_posts` becomes `posts`, any other one the whole of the content; `assets` beside it come along.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'parse5';
import { table } from './format.mjs';

const cli = fileURLToPath(new URL('../lib/cli.js', import.meta.url));
const base = 'https://meetup.example/club/';

export async function run(args) {
  const corpora = args.length ? args : (process.env.MEETPRESS_CORPORA ?? '').split(/\s+/).filter(Boolean);
  if (corpora.length === 0) console.log('no corpora: name their folders, or set MEETPRESS_CORPORA');
  for (const corpus of corpora) if (!check(readArgument(corpus))) process.exitCode = 1;
}

function readArgument(argument) {
  const [, path, into, zone] = /^(.*?)(?:=([^@]*))?(?:@(.*))?$/.exec(argument);
  const folder = resolve(path);
  return { folder, into: into ?? (basename(folder) === '_posts' ? 'posts' : ''), zone: zone ?? 'UTC' };
}

/** Whether nothing is wrong with it. */
function check({ folder, into, zone }) {
  const root = mkdtempSync(join(tmpdir(), 'meetpress-corpus-'));
  try {
    cpSync(folder, join(root, 'content', into), { recursive: true });
    const assets = join(dirname(folder), 'assets');
    if (existsSync(assets)) cpSync(assets, join(root, 'assets'), { recursive: true });
    writeFileSync(join(root, 'site.yaml'), `title: Corpus\nurl: ${base}\ntimezone: ${zone}\n`);
    return report(folder, root, build(root));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function build(root) {
  const args = [cli, 'build', '--root', root, '--now', '2026-07-01T12:00Z', '--format', 'json'];
  const { error, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error) throw error;
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}

function report(folder, root, { diagnostics, summary }) {
  const sources = readSources(join(root, 'content'));
  const pages = summary.ok ? filesIn(join(root, 'dist')).filter((path) => path.endsWith('.html')) : [];
  const found = pages.map((path) => inspect(parse(readFileSync(path, 'utf8'))));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const strays = [...new Set(found.flatMap(({ texts }) => texts.flatMap(straysIn)))];
  const pictures = [...new Set(found.flatMap(({ images }) => images))].filter((image) => image.startsWith('/club/'));
  const lost = pictures.filter((image) => !existsSync(join(root, 'dist', fileOf(image))));
  const names = new Set(filesIn(root).map((path) => basename(path)));
  const [missed, absent] = [true, false].map((there) =>
    lost.filter((image) => names.has(basename(fileOf(image))) === there),
  );

  console.log(`\n${folder}`);
  console.log(
    table([
      ['files', `${sources.length}`],
      ['pages', `${pages.length}`],
      ['errors', `${errors.length}`],
      ['strays', `${strays.length}`],
      ['pictures', `${pictures.length}`],
      ['not found', `${missed.length}`],
      ['not there', `${absent.length}`],
      ['warnings, notes', `${summary.warning}, ${summary.note}`],
    ]),
  );
  for (const { message, path, line } of errors) console.log(`error: ${path}:${line}: ${message}`);
  for (const stray of strays) console.log(`stray: ${placeOf(stray, sources)}: ${stray}`);
  for (const image of missed) console.log(`not found: ${placeOf(basename(fileOf(image)), sources)}: ${image}`);
  for (const [code, count] of countBy(diagnostics, ({ code }) => code)) console.log(`  ${count} × ${code}`);
  return pages.length > 0 && errors.length + strays.length + missed.length === 0;
}

const fileOf = (address) => decodeURIComponent(address.slice('/club'.length).replace(/[?#].*/, ''));

/** Where nothing of the text is shown, or where signs may stand. */
const silent = new Set(['code', 'pre', 'script', 'style', 'kbd', 'samp', 'svg', 'template', 'title']);

function inspect(node, found = { texts: [], images: [] }) {
  if (node.nodeName === '#text') found.texts.push(node.value);
  else if (node.nodeName === 'img') found.images.push(node.attrs.find(({ name }) => name === 'src')?.value ?? '');
  if (!silent.has(node.nodeName)) for (const child of node.childNodes ?? []) inspect(child, found);
  return found;
}

const stray = /\{|:(?:fontawesome|material|octicons|simple)-|^ *(?:!!!|\?\?\?|===)/m;

/** The lines of a text in which something stands that should have become something else. */
const straysIn = (text) =>
  text
    .split('\n')
    .filter((line) => stray.test(line))
    .map((line) => line.trim().slice(0, 80));

function placeOf(text, sources) {
  for (const { path, lines } of sources) {
    const line = lines.findIndex((each) => each.includes(text));
    if (line >= 0) return `${path}:${line + 1}`;
  }
  return 'somewhere';
}

const readSources = (content) =>
  filesIn(content)
    .filter((path) => /^\.(?:md|markdown)$/.test(extname(path)))
    .map((path) => ({ path: path.slice(content.length + 1), lines: readFileSync(path, 'utf8').split(/\r\n|\r|\n/) }));

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

function countBy(items, keyOf) {
  const counts = new Map();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
