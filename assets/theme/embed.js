// What a page shows from elsewhere is loaded once a reader asks for it, in the place of the link that stands for it.
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-frame]');
  // A link can be opened elsewhere as any other.
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const { frame, allow, sandbox } = link.dataset;
  const player = document.createElement('iframe');
  player.className = link.className;
  player.id = link.id;
  player.style.cssText = link.style.cssText;
  player.title = link.querySelector('b, small').textContent;
  player.allow = allow ?? 'autoplay; encrypted-media; fullscreen; picture-in-picture';
  if (sandbox !== undefined) player.setAttribute('sandbox', sandbox);
  // Some players refuse to play for nobody knows whom.
  player.referrerPolicy = 'strict-origin-when-cross-origin';
  player.tabIndex = 0;
  player.src = frame;
  link.replaceWith(player);
  player.focus();
});
