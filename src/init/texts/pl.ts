import type { Texts } from './texts.ts';

export const pl: Texts = {
  description: 'Spotykamy się, żeby uczyć się od siebie nawzajem. Zapraszamy wszystkich.',
  series: 'Nasze spotkanie',
  organizer: 'Organizacja',
  home: `
Pokazujemy sobie, czego się nauczyliśmy. Doświadczenie nie jest potrzebne, a za pierwszym razem większość osób przychodzi
bez towarzystwa.

[Kim jesteśmy](about.md){ .md-button } [Wygłoś prelekcję](speak.md){ .md-button }
`,
  about: {
    title: 'O nas',
    description: 'Kim jesteśmy i jak wygląda spotkanie.',
    body: `
Spotykamy się, żeby uczyć się od siebie nawzajem. Prelekcje wygłaszają osoby z naszej grupy: o tym, co zbudowały,
przeczytały albo zepsuły.

## Jak wygląda spotkanie

1. Drzwi się otwierają. Ktoś cię wita i znajduje ci miejsce.
2. Jest jedna prelekcja albo dwie, z czasem na pytania.
3. Zostajemy jeszcze na rozmowę. To najlepsza część.

## Co dotyczy nas wszystkich

O tym, jak się traktujemy, mówi nasz [kodeks postępowania](code-of-conduct.md). Odpowiedzi na inne pytania są
[tutaj](faq.md).
`,
  },
  speak: {
    title: 'Wygłoś prelekcję',
    description: 'O czym lubimy słuchać i jak zgłosić prelekcję.',
    body: `
Wiesz coś, co inni chcieliby wiedzieć. Nic więcej nie trzeba, a pierwsza prelekcja jest tak samo mile widziana jak
pięćdziesiąta.

## O czym lubimy słuchać

- O tym, co udało ci się zrobić i co dziś zrobisz inaczej.
- O tym, co poszło źle i czego cię to nauczyło.
- O narzędziu, książce albo pomyśle, który zmienił twoją pracę.

Pięć minut wystarczy, pół godziny też jest w porządku.

## Jak zgłosić prelekcję

Porozmawiaj z kimś z organizacji na [najbliższym wydarzeniu](/events/). Wystarczy jedno zdanie o temacie. W reszcie
pomożemy: przy tytule, próbie i projektorze.
`,
  },
  faq: {
    title: 'Pytania',
    description: 'O co pytają nowe osoby, z odpowiedzią w jednej lub dwóch linijkach.',
    body: `
## Czy muszę dużo wiedzieć?

Nie. Każda prelekcja jest dla kogoś nowością, a każde pytanie jest mile widziane.

## Czy można przyjść, nie znając nikogo?

Tak, większość osób tak robi. Przywitaj się przy drzwiach.

## Ile to kosztuje?

Nic, chyba że na [stronie wydarzenia](/events/) jest napisane inaczej.

## Czy można wygłosić prelekcję?

Tak, prosimy! [Oto jak](speak.md).
`,
  },
  conduct: {
    title: 'Kodeks postępowania',
    description: 'Jak się traktujemy i co się dzieje, gdy coś pójdzie źle.',
    body: `
Każda osoba powinna czuć się u nas dobrze. Zależy to od nas wszystkich.

## O co prosimy

- Pozwól innym dokończyć i zostaw miejsce tym, którzy mówili mało.
- Zanim ocenisz, zaciekaw się. Żadne pytanie nie jest za małe.
- Zapytaj, zanim zrobisz komuś zdjęcie.
- Zostaw w spokoju tych, którzy chcą spokoju.

## Na co się nie zgadzamy

Nękanie, obelgi, groźby, niechciane zaloty i odtrącanie kogoś za to, kim jest. Dotyczy to naszych wydarzeń, naszego czatu i
osób, które się tutaj poznały. Dotyczy to także organizacji i prelegentów.

## Jeśli coś się stanie

Powiedz komuś z organizacji, na miejscu albo później. Wysłuchamy cię, zadbamy o twoje bezpieczeństwo i nie zrobimy w twoim
imieniu niczego bez twojej zgody. Kto łamie te zasady, może zostać poproszony o wyjście.
`,
  },
  firstEvent: {
    title: 'Nasze pierwsze spotkanie',
    body: `
Spotykamy się po raz pierwszy. Przyjdź i powiedz, o czym chcesz posłuchać. Jeśli chcesz [coś pokazać](../speak.md), pięć
minut wystarczy.
`,
  },
};
