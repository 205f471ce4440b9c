// Gives every piece of code a button that copies it. Where a page may not write to the clipboard there is none.
const secondsShown = 2;
const { dataset: words } = document.querySelector('script[data-copied]');

if (navigator.clipboard) {
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  document.body.append(status);
  for (const block of document.querySelectorAll('.code:not(.no-copy)')) {
    const code = block.querySelector('pre > code');
    if (code?.textContent.trim()) block.append(createButton(code, status));
  }
}

function createButton(code, status) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = words.copy;
  let timer;
  button.addEventListener('click', async () => {
    // A line feed at the end would run the command in a terminal.
    const copied = navigator.clipboard.writeText(code.textContent.replace(/\n$/, ''));
    const said = await copied.then(
      () => words.copied,
      () => words.notcopied,
    );
    clearTimeout(timer);
    button.textContent = said;
    status.textContent = said;
    timer = setTimeout(() => {
      button.textContent = words.copy;
      status.textContent = '';
    }, secondsShown * 1000);
  });
  return button;
}
