// Draws the diagrams of a page. The source of each stays where it cannot be drawn.
const diagrams = [...document.querySelectorAll('.diagram')].filter((diagram) => diagram.querySelector('pre'));
const { dataset: words } = document.querySelector('script[data-nodiagram]');

if (diagrams.length) {
  await load(new URL('mermaid.tiny.js', import.meta.url));
  await drawAll();
  // In print there is light only.
  let drawn = Promise.resolve();
  matchMedia('screen and (prefers-color-scheme: dark)').addEventListener('change', () => {
    drawn = drawn.then(drawAll);
  });
}

/** The library is a classic script, which leaves `mermaid` behind. */
function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} cannot be loaded`));
    document.head.append(script);
  });
}

async function drawAll() {
  globalThis.mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme: isDark() ? 'dark' : 'neutral',
    fontFamily: getComputedStyle(document.body).fontFamily,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    // The line would show through the words on it.
    themeCSS: '.edgeLabel rect { opacity: 1; fill: var(--paper) }',
  });
  for (const [index, diagram] of diagrams.entries()) await draw(diagram, index);
}

async function draw(diagram, index) {
  const source = diagram.querySelector('pre');
  const drawing = diagram.querySelector('.drawing') ?? document.createElement('div');
  drawing.className = 'drawing';
  try {
    const { svg } = await globalThis.mermaid.render(`_diagram_${index}`, source.textContent);
    drawing.innerHTML = svg;
    const picture = drawing.firstElementChild;
    const caption = diagram.querySelector('figcaption')?.textContent ?? words.diagram;
    if (!picture.hasAttribute('aria-labelledby')) picture.setAttribute('aria-label', caption);
    source.hidden = true;
  } catch (error) {
    drawing.textContent = `${words.nodiagram}: ${String(error.message ?? error).split('\n', 1)}`;
  }
  source.before(drawing);
}

/** Which of the two schemes is in use here; a site may have settled on one. */
function isDark() {
  const probe = document.createElement('i');
  probe.style.color = 'light-dark(#000, #fff)';
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color === 'rgb(255, 255, 255)';
}
