// Searches the site. Pagefind and its index are loaded when somebody opens the search.
const dialog = document.querySelector('dialog.search');
const field = dialog.querySelector('input');
const status = dialog.querySelector('[role=status]');
const list = dialog.querySelector('[role=listbox]');
const groups = [...list.children];
const most = 5;
const pause = 120;
let style;
let engine;
let asked = 0;
let timer;
let options = [];
let current = -1;

document.querySelector('.find')?.addEventListener('click', open);
document.addEventListener('keydown', (event) => {
  // No single key: who speaks to a computer, or slips, would open it unawares.
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  open();
});
field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(find, pause);
});
field.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.isComposing || (!step && event.key !== 'Enter')) return;
  event.preventDefault();
  if (step) choose(current < 0 && step < 0 ? options.length - 1 : current + step);
  else options[Math.max(current, 0)]?.click();
});
dialog.addEventListener('click', ({ target }) => {
  // The backdrop is the dialog's own; a result may be on this page.
  if (target === dialog || target.closest('a, button')) dialog.close();
});

async function open() {
  style ??= styled();
  await style;
  if (!dialog.open) dialog.showModal();
  field.select();
  load().catch(() => {});
}

function styled() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = dialog.dataset.style;
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}

function load() {
  const begin = async () => {
    const base = dialog.dataset.base;
    const pagefind = await import(`${base}pagefind/pagefind.js`);
    await pagefind.options({ baseUrl: base, excerptLength: 20 });
    const kinds = await fetch(`${base}pagefind/kinds.json`, { cache: 'no-cache' }).then((answer) => answer.json());
    return { pagefind, kinds: groups.map(({ dataset }) => new Set(kinds[dataset.kind])) };
  };
  engine ??= begin().catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function find() {
  asked += 1;
  const mine = asked;
  const words = field.value.trim();
  const { found, none, failed } = status.dataset;
  try {
    const results = words ? await ask(words) : [];
    if (mine !== asked) return;
    show(results);
    const count = options.length.toLocaleString(status.closest('[lang]').lang);
    status.textContent = words && (options.length ? found.replace('{count}', count) : none);
  } catch {
    if (mine !== asked) return;
    show([]);
    status.textContent = failed;
  }
}

/** The best results of each group. */
async function ask(words) {
  const { pagefind, kinds } = await load();
  const { results } = await pagefind.search(words);
  const best = kinds.map((ids) => results.filter(({ id }) => ids.has(id)).slice(0, most));
  return Promise.all(best.map((of) => Promise.all(of.map((result) => result.data()))));
}

function show(found) {
  for (const [index, group] of groups.entries()) {
    group.replaceChildren(...(found[index] ?? []).map(option));
    group.hidden = !group.firstChild;
  }
  options = [...list.querySelectorAll('[role=option]')];
  for (const [index, each] of options.entries()) each.id = `found-${index}`;
  list.hidden = !options.length;
  field.setAttribute('aria-expanded', !list.hidden);
  choose(-1);
}

function option({ url, meta, excerpt }) {
  const link = element('a', element('b', meta.title));
  if (meta.on) link.append(element('span', meta.on));
  // Marks are the only tags in an excerpt.
  const parts = excerpt
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .split(/<\/?mark>/);
  link.append(element('small', ...parts.map((part, index) => (index % 2 ? element('mark', part) : part))));
  link.href = url;
  link.lang = meta.lang;
  link.tabIndex = -1;
  link.role = 'option';
  return link;
}

function element(name, ...parts) {
  const made = document.createElement(name);
  made.append(...parts);
  return made;
}

/** Before the first and after the last is the field. */
function choose(index) {
  current = index < options.length ? index : -1;
  for (const [each, link] of options.entries()) link.ariaSelected = each === current;
  options[current]?.scrollIntoView({ block: 'nearest' });
  if (current < 0) field.removeAttribute('aria-activedescendant');
  else field.setAttribute('aria-activedescendant', options[current].id);
}
