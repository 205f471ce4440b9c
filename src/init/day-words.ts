import { tables } from '../words/languages.ts';

/** A word without capitals, accents, full stops and joiners, as nobody types all of them. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u200c.]/g, '');

const wordsOf = (text: string): readonly string[] => folded(text).split(/\s+/).filter(Boolean);

const byWord = <T>(groups: readonly (readonly [value: T, words: string])[]): ReadonlyMap<string, T> =>
  new Map(groups.flatMap(([value, words]) => wordsOf(words).map((word) => [word, value] as const)));

/** Which of a month's weekdays a word means, as RFC 5545 counts them, in the languages of the theme. */
export const ordinals = byWord([
  [
    '1',
    `1 1st 1er 1re 1º 1ª 1o 1a first erster ersten erste premier première primer primera primero primeiro primeira
    pierwszy pierwsza पहला पहली पहले اول اولین`,
  ],
  [
    '2',
    `2 2nd 2e 2ème 2º 2ª 2o 2a second zweiter zweiten zweite deuxième seconde segundo segunda drugi druga दूसरा दूसरी दूसरे دوم دومین`,
  ],
  [
    '3',
    `3 3rd 3e 3ème 3º 3ª 3o 3a third dritter dritten dritte troisième tercer tercera terceiro terceira trzeci trzecia तीसरा तीसरी
    तीसरे سوم سومین`,
  ],
  [
    '4',
    `4 4th 4e 4ème 4º 4ª 4o 4a fourth vierter vierten vierte quatrième cuarto cuarta quarto czwarty czwarta चौथा चौथी चौथे چهارم چهارمین`,
  ],
  [
    '5',
    `5 5th 5e 5ème 5º 5ª 5o 5a fifth fünfter fünften fünfte cinquième quinto piąty piąta पाँचवाँ पाँचवें पांचवां पांचवें پنجم پنجمین`,
  ],
  [
    '-1',
    `last letzter letzten letzte dernier dernière último última ostatni ostatnia आखिरी आख़िरी अंतिम آخر آخرین 最終 最後`,
  ],
]);

/** Words that say nothing more about a day. */
export const fillers: ReadonlySet<string> = new Set(
  wordsOf(`
    the every each and on of in month
    jeder jeden jede und am im den der des monat monats
    le les l et tous toutes chaque du de mois
    el los las y cada todos todas del mes
    o os e toda todo do da mês
    co każdy każda każde i w miesiąca
    हर प्रत्येक और को का के महीने
    هر و ماه
  `),
);

/** The number of a weekday (1 for Monday to 7) by its names in the languages of the theme. */
export function weekdayNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of Object.keys(tables))
    for (const weekday of ['short', 'long'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day += 1) {
        const name = folded(format.format(Date.UTC(2024, 0, day)));
        names.set(name, day);
        // Of what comes again: Mondays, montags, lundis, sábados.
        if (weekday === 'long') names.set(`${name}s`, day);
      }
    }
  return names;
}
