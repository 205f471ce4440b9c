// Keeps a page of a running preview as it would be built now. It runs in the reader's browser as it stands here, as a
// classic script with `defer`; its element says what the page is. A content-security policy need allow it alone.

(() => {
  const { path, hash, revision } = document.currentScript.dataset;

  // What a reader did to a page, kept while it is loaded again.

  const kept = 'details, textarea, select, input:not([type=password], [type=file], [type=hidden])';
  const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';

  /** The property that a reader changes. */
  const property = ({ localName, type }) =>
    localName === 'details' ? 'open' : type === 'checkbox' || type === 'radio' ? 'checked' : 'value';

  /** Elements by what tells them from others, as the page that comes next may have more of them, or fewer. */
  function named(selector) {
    const all = new Map();
    for (const element of document.querySelectorAll(selector)) {
      const { localName, id, name, type, value } = element;
      const words = element.querySelector('summary')?.textContent ?? element.getAttribute('href') ?? '';
      const key = JSON.stringify(id ? [id] : [localName, name, type === 'radio' ? value : words]);
      let count = 0;
      while (all.has(key + count)) count += 1;
      all.set(key + count, element);
    }
    return all;
  }

  /** As the page came. */
  const initial = new Map();
  for (const element of document.querySelectorAll(kept)) initial.set(element, element[property(element)]);

  const storageKey = (url) => `meetpress ${new URL(url, location.href).pathname}`;

  function save(url) {
    const changed = [...named(kept)].flatMap(([key, element]) => {
      const now = element[property(element)];
      return now === initial.get(element) ? [] : [[key, now]];
    });
    const active = document.activeElement;
    const focus = [...named(focusable)].find(([, element]) => element === active)?.[0];
    const selection = active?.selectionStart == null ? undefined : [active.selectionStart, active.selectionEnd];
    try {
      const state = { at: Date.now(), scroll: [scrollX, scrollY], changed, focus, selection };
      sessionStorage.setItem(storageKey(url), JSON.stringify(state));
    } catch {
      // Storage is full, or forbidden: the page starts at its top.
    }
  }

  function saved() {
    try {
      const text = sessionStorage.getItem(storageKey(location.href));
      sessionStorage.removeItem(storageKey(location.href));
      const state = text && JSON.parse(text);
      // One that is older was left by a page that never came.
      return state && Date.now() - state.at < 30_000 ? state : undefined;
    } catch {
      return undefined;
    }
  }

  function restore({ scroll, changed, focus, selection }) {
    const elements = named(kept);
    for (const [key, value] of changed) {
      const element = elements.get(key);
      if (!element || element[property(element)] === value) continue;
      element[property(element)] = value;
      // A page that answers while one types does so again.
      if (element.localName !== 'details') element.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const active = focus && named(focusable).get(focus);
    // In this order: to select in what has the focus would scroll there.
    if (active && selection) active.setSelectionRange?.(...selection);
    active?.focus({ preventScroll: true });
    const [left, top] = scroll;
    const move = () => scrollTo({ left, top, behavior: 'instant' });
    move();
    // Pictures may be missing to the page's height as yet. A reader who goes on meanwhile isn't called back.
    const waits = new AbortController();
    for (const sign of ['wheel', 'pointerdown', 'keydown'])
      addEventListener(sign, () => waits.abort(), { once: true, passive: true });
    addEventListener('load', move, { once: true, signal: waits.signal });
  }

  // Files of the page that have changed.

  /** The decoded path of an address here, without what tells a file's bytes; undefined for one elsewhere, or none at all. */
  function pathOf(url) {
    try {
      const { origin, pathname } = new URL(url, document.baseURI);
      const plain = decodeURIComponent(pathname).replace(/\.[\da-f]{10}(?=\.(?:css|m?js)$)/, '');
      return origin === location.origin ? plain : undefined;
    } catch {
      return undefined;
    }
  }

  /** The same file, asked for once more. */
  function again(url) {
    const fresh = new URL(url, document.baseURI);
    fresh.searchParams.set('revision', known);
    return fresh.href;
  }

  /** Style sheets that go as soon as another one is there: the page is never without. */
  const successors = new Map();

  function renewStyle(link) {
    const next = link.cloneNode();
    // After several quick changes, the last to come takes the place of all before it.
    for (const [before, after] of successors) if (after === link) successors.set(before, next);
    successors.set(link, next);
    const settle = (loaded) => {
      for (const before of [...successors.keys()].filter((each) => successors.get(each) === next)) {
        successors.delete(before);
        if (loaded) before.remove();
      }
      if (!loaded) next.remove();
    };
    next.onload = () => settle(true);
    next.onerror = () => settle(false);
    next.href = again(link.href);
    link.after(next);
  }

  /** @returns whether the page need not be loaded again for it */
  function renew(file) {
    const changed = pathOf(file);
    const isIt = (url) => Boolean(url) && pathOf(url) === changed;
    const within = (srcset) => srcset.replace(/[^\s,]\S*[^\s,]/g, (url) => (isIt(url) ? again(url) : url));
    const of = (selector, test) => [...document.querySelectorAll(selector)].filter(test);

    const styles = of('link[rel~=stylesheet]', (link) => isIt(link.href) && !successors.has(link));
    const icons = of('link[rel~=icon]', ({ href }) => isIt(href));
    const images = of('img', (image) => isIt(image.getAttribute('src')));
    const sets = of('[srcset]', ({ srcset }) => within(srcset) !== srcset);
    styles.forEach(renewStyle);
    for (const icon of icons) icon.href = again(icon.href);
    for (const image of images) image.src = again(image.src);
    for (const element of sets) element.srcset = within(element.srcset);
    if ([...styles, ...icons, ...images, ...sets].length) return true;
    return !performance.getEntriesByType('resource').some(({ name }) => isIt(name));
  }

  const host = document.createElement('meetpress-preview');
  const root = host.attachShadow({ mode: 'open' });
  let shown = '';

  function show(html) {
    if (html === shown) return;
    shown = html;
    root.querySelector('dialog')?.close();
    root.innerHTML = html;
    const dialog = root.querySelector('dialog');
    if (!dialog) return host.remove();
    document.documentElement.append(host);
    dialog.querySelector('button').onclick = () => dialog.close();
    dialog.showModal();
    // Not its button: who was typing may press a key once more.
    dialog.focus();
  }

  // What the preview tells.

  let known = revision;
  let stream;
  let timer;
  const shortest = 1000;
  let pause = shortest;

  /** Six connections are all that a browser has for a host, so a page that nobody sees holds none. */
  function listen() {
    stop();
    if (document.hidden) return;
    stream = new EventSource(`/__meetpress/events?${new URLSearchParams({ path, hash, revision: known })}`);
    stream.onmessage = ({ data }) => {
      pause = shortest;
      hear(JSON.parse(data));
    };
    stream.onerror = () => {
      stop();
      timer = setTimeout(listen, pause);
      pause = Math.min(2 * pause, 16_000);
    };
  }

  function stop() {
    clearTimeout(timer);
    stream?.close();
    stream = undefined;
  }

  function hear({ revision, page, to, files, everything, overlay }) {
    known = revision;
    if (to) leave(to + location.hash, (url) => location.replace(url));
    else if (page || everything || !files.map(renew).every(Boolean)) leave(location.href, () => location.reload());
    else show(overlay);
  }

  function leave(url, go) {
    stop();
    // Gives the focus back to the page.
    show('');
    save(url);
    go(url);
  }

  const state = saved();
  if (state) restore(state);
  document.addEventListener('visibilitychange', listen);
  addEventListener('pageshow', ({ persisted }) => persisted && listen());
  addEventListener('pagehide', stop);
  addEventListener('focus', () => stream || listen());
  listen();

  const styles = new CSSStyleSheet();
  root.adoptedStyleSheets = [styles];
  styles.replaceSync(`
    :host { all: initial; color-scheme: light dark; }
    dialog {
      box-sizing: border-box; inline-size: min(60rem, 100vw - 1rem); max-block-size: calc(100dvh - 1rem);
      margin: auto; padding: 0; overflow: auto; border: 0; border-block-start: 0.375rem solid #c8102e;
      border-radius: 0.5rem; font: 1rem / 1.5 system-ui, sans-serif; overflow-wrap: anywhere;
      color: light-dark(#1d1b1b, #eee9e9); background: light-dark(#fff, #1d1a1a); box-shadow: 0 1rem 4rem #0008;
    }
    dialog:focus { outline: none; } dialog::backdrop { background: #0006; }
    header {
      position: sticky; inset-block-start: 0; display: flex; gap: 1rem; align-items: center;
      justify-content: space-between; padding: 0.75rem 1rem; background: inherit;
    }
    h1, p, pre { margin: 0; } h1 { font-size: 1.125rem; } p { padding: 0.75rem 1rem 1rem; }
    button {
      padding: 0.25rem 0.75rem; border: 1px solid currentColor; border-radius: 0.375rem; color: inherit;
      background: none; font: inherit; cursor: pointer;
    }
    a { color: light-dark(#0b57b0, #9ec5ff); }
    :is(a, button):focus-visible { outline: 3px solid light-dark(#0b57b0, #9ec5ff); outline-offset: 2px; }
    pre, code { font: 0.875rem / 1.5 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; }
    pre { padding: 0.75rem 1rem; border-block-start: 1px solid light-dark(#ddd6d6, #4a4444); }
    code { display: block; overflow-x: auto; white-space: pre; }
    .bold { font-weight: 700; }
    .dim { color: light-dark(#625c5c, #b3abab); }
    .error { color: light-dark(#b00d27, #ff9aa6); }
    .warning { color: light-dark(#7a4a00, #ffc168); }
    .note { color: light-dark(#00606b, #7fdbe8); }
    @media print { dialog { display: none; } }
  `);
})();
