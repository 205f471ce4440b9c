// Light or dark: as the system prefers, until the reader chooses the other.
{
  const { dataset } = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  let kept = {};
  try {
    kept = localStorage;
  } catch {}
  dataset.scheme = kept.scheme ?? '';
  const isDark = () => (dataset.scheme ? dataset.scheme === 'dark' : system.matches);
  document.addEventListener('DOMContentLoaded', () => {
    const button = document.querySelector('.scheme');
    const show = () => button?.setAttribute('aria-pressed', isDark());
    button?.addEventListener('click', () => {
      const dark = !isDark();
      kept.scheme = dataset.scheme = dark === system.matches ? '' : dark ? 'dark' : 'light';
      show();
    });
    system.addEventListener('change', show);
    show();
  });
}
