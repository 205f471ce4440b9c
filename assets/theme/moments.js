// Decides by the reader's clock what is upcoming, today, in progress or past. The page is hidden before.
{
  const { classList, lang } = document.documentElement;
  const all = (selector, part = document) => [...part.querySelectorAll(selector)];
  let timer;
  const inDays = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });

  const decide = () => {
    classList.remove('undecided');
    const now = Date.now();
    let next = now + 6e4;
    for (const item of all('[data-moment]')) {
      let moment = 'upcoming';
      for (const time of all('[data-begins]', item)) {
        const at = Date.parse(time.dateTime);
        if (at <= now) moment = time.dataset.begins;
        else next = Math.min(next, at);
      }
      item.dataset.moment = moment;
      for (const part of all('[data-when]', item)) part.hidden = !part.dataset.when.includes(moment);
      // The first time is where its day begins, in its own zone.
      for (const until of all('.until', item)) {
        const days = (Date.parse(all('[data-begins]', item)[0].dateTime) - now) / 864e5;
        until.textContent = inDays.format(Math.ceil(days), 'day');
      }
      if (moment === 'past' && item.closest('.coming')) {
        const start = all('time', item)[0].dateTime;
        const list = all('[data-past]').find((each) => start.startsWith(each.dataset.past));
        const older = all('.row', list).find((row) => all('time', row)[0].dateTime < start);
        list?.insertBefore(item, older);
        list?.parentNode.removeAttribute('hidden');
      }
    }
    const [first] = all('.row[data-moment]:not(.off, [data-moment=past])');
    for (const hero of all('.next')) if (first && !hero.contains(first)) hero.append(first);
    for (const note of all('.none')) note.hidden = !!first;
    clearTimeout(timer);
    timer = setTimeout(decide, next - now);
    for (const yours of all('.yours[hidden]')) {
      const start = new Date(yours.dateTime);
      // Without an offset it is the reader's own time.
      if (new Date(yours.dateTime.slice(0, 19)) - start) {
        yours.hidden = false;
        yours.append(start.toLocaleString(lang, { weekday: 'long', hour: 'numeric', minute: '2-digit' }));
      }
    }
  };

  classList.add('undecided');
  for (const type of ['readystatechange', 'visibilitychange']) document.addEventListener(type, decide);
}
