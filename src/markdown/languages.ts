import { closest } from '../diagnostics/suggest.ts';

/** The grammars of highlight.js that are used, and what else their languages are called after a fence. */
const names: Readonly<Record<string, string>> = {
  apache: 'apacheconf htaccess',
  applescript: 'osascript',
  arduino: 'ino',
  armasm: 'arm',
  asciidoc: 'adoc',
  awk: 'gawk',
  bash: 'sh zsh ksh fish shell shell-script',
  basic: '',
  bnf: '',
  c: 'h',
  clojure: 'clj cljs cljc edn',
  cmake: '',
  coffeescript: 'coffee',
  cpp: 'c++ cc cxx hpp hxx hh h++ cuda cu',
  crystal: 'cr',
  csharp: 'c# cs',
  css: '',
  d: 'dlang',
  dart: '',
  delphi: 'pascal',
  diff: 'patch udiff',
  django: 'jinja jinja2 jinja-html html+jinja html+django htmldjango django-html njk nunjucks liquid',
  dns: 'zone bind',
  dockerfile: 'docker containerfile',
  dos: 'bat batch cmd batchfile',
  ebnf: '',
  elixir: 'ex exs iex',
  elm: '',
  erb: 'rhtml html+erb',
  erlang: 'erl',
  fortran: 'f90 f95',
  fsharp: 'f# fs',
  gherkin: 'cucumber feature',
  glsl: 'wgsl hlsl',
  go: 'golang',
  gradle: '',
  graphql: 'gql',
  groovy: 'jenkinsfile',
  haml: '',
  handlebars: 'hbs mustache',
  haskell: 'hs',
  haxe: 'hx',
  http: 'https',
  hy: 'hylang',
  ini: 'toml cfg conf config editorconfig dosini systemd desktop gitconfig env dotenv',
  java: 'jsp',
  javascript: 'js jsx mjs cjs node nodejs ecmascript',
  json: 'jsonc json5 jsonl ndjson geojson jsonld webmanifest',
  julia: 'jl',
  'julia-repl': 'jldoctest',
  kotlin: 'kt kts',
  latex: 'tex',
  less: '',
  lisp: 'cl common-lisp commonlisp elisp emacs-lisp emacs',
  llvm: '',
  lua: 'luau',
  makefile: 'make mk gnumake',
  markdown: 'md mkd mdown mdx rmd',
  matlab: 'octave',
  mathematica: 'wolfram wl',
  nginx: 'nginxconf',
  nim: '',
  nix: 'nixos',
  objectivec: 'objective-c objc obj-c mm',
  ocaml: 'ml',
  perl: 'pl pm perl5',
  pgsql: 'postgres postgresql plpgsql psql',
  php: 'php3 php5 php7 php8',
  powershell: 'ps1 pwsh ps posh',
  prolog: '',
  properties: 'java-properties',
  protobuf: 'proto proto3',
  puppet: 'pp',
  python: 'py py3 python3 py2 python2 pyi pyx cython gyp starlark bazel bzl ipython xonsh sage',
  'python-repl': 'pycon py3con python-console doctest',
  qml: '',
  r: 'rlang rscript splus',
  reasonml: 'reason re rescript',
  ruby: 'rb rake gemfile gemspec rakefile irb jruby',
  rust: 'rs',
  scala: 'sbt sc',
  scheme: 'scm racket rkt',
  scss: 'sass',
  shell: 'console shell-session shellsession shell_session sh-session bash-session terminal',
  smalltalk: 'st',
  sql: 'mysql sqlite sqlite3 tsql plsql mariadb duckdb bigquery',
  stylus: 'styl',
  swift: '',
  tcl: 'tk',
  thrift: '',
  twig: '',
  typescript: 'ts tsx mts cts deno',
  vala: '',
  vbnet: 'vb visualbasic vb.net',
  verilog: 'v sv systemverilog',
  vhdl: '',
  vim: 'viml vimscript nvim',
  wasm: 'wat',
  x86asm: 'asm nasm assembly',
  xml: 'html xhtml htm svg rss atom xsl xslt xsd plist vue svelte astro mathml',
  yaml: 'yml yaml+jinja docker-compose cff',
};

/** Which other grammars a grammar hands parts of its text to. */
const embedded: Readonly<Record<string, readonly string[]>> = {
  asciidoc: ['xml'],
  coffeescript: ['javascript'],
  dart: ['markdown'],
  django: ['xml', 'css', 'javascript'],
  dockerfile: ['bash'],
  erb: ['xml', 'ruby'],
  haml: ['ruby'],
  handlebars: ['xml'],
  http: ['json'],
  javascript: ['xml', 'css', 'graphql'],
  'julia-repl': ['julia'],
  markdown: ['xml'],
  qml: ['xml'],
  'python-repl': ['python'],
  shell: ['bash'],
  twig: ['xml'],
  typescript: ['xml', 'css', 'graphql'],
  xml: ['css', 'javascript'],
};

/** Words that ask for no colours, so that they are no misspelling of anything. */
const plain = 'text txt plain plaintext none raw ascii output log csv tsv tree rst pytb py3tb mermaid math diagram';

const grammars = new Map(
  Object.entries(names).flatMap(([grammar, others]) =>
    [grammar, ...others.split(' ').filter(Boolean)].map((name): [string, string] => [name, grammar]),
  ),
);
// What most people mean by the word is commands, which is another grammar's name.
grammars.set('shell', 'bash');

const plainNames = new Set(plain.split(' '));
const longNames = [...grammars.keys()].filter((name) => name.length > 3);

/** What a text begins with that is a session at a prompt, which is another grammar than commands alone. */
const sessions: Readonly<Record<string, readonly [prompt: RegExp, grammar: string]>> = {
  bash: [/^\s*\$ /, 'shell'],
  python: [/^\s*>>> /, 'python-repl'],
};

/** The grammar for a language by any of its names, in any case; undefined where it has none. */
export const grammarOf = (language: string): string | undefined => grammars.get(language.toLowerCase());

/** The grammar for a text in a language. */
export function grammarFor(language: string, text: string): string | undefined {
  const grammar = grammarOf(language);
  const [prompt, session] = sessions[grammar ?? ''] ?? [];
  return prompt?.test(text) ? session : grammar;
}

/** Whether a word is understood, be it only as a wish for no colours. */
const isLanguage = (word: string): boolean => plainNames.has(word.toLowerCase()) || grammarOf(word) !== undefined;

/** The language that a word is a misspelling of; undefined where it is none, or may well be a language of its own. */
export function meantLanguage(word: string): string | undefined {
  // Of a shorter word nearly anything is one edit away.
  if (word.length < 4 || isLanguage(word)) return undefined;
  const letters = word.toLowerCase();
  // One edit leaves the first letter or the last.
  const near = longNames.filter((name) => name[0] === letters[0] || name.at(-1) === letters.at(-1));
  return closest(letters, near, 1);
}

/** Every grammar that some language is read with. */
export const grammarNames: readonly string[] = Object.keys(names);

/** A grammar and those that it needs. */
export const withEmbedded = (grammar: string): readonly string[] => [grammar, ...(embedded[grammar] ?? [])];
