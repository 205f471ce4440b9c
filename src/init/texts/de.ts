import type { Texts } from './texts.ts';

export const de: Texts = {
  description: 'Wir treffen uns, um voneinander zu lernen. Alle sind willkommen.',
  series: 'Unser Treffen',
  organizer: 'Organisation',
  home: `
Wir zeigen einander, was wir gelernt haben. Du brauchst keine Vorkenntnisse, und die meisten kommen beim ersten Mal allein.

[Wer wir sind](about.md){ .md-button } [Vortrag halten](speak.md){ .md-button }
`,
  about: {
    title: 'Über uns',
    description: 'Wer wir sind und wie ein Abend abläuft.',
    body: `
Wir treffen uns, um voneinander zu lernen. Die Vorträge kommen aus unserer Mitte: über das, was jemand gebaut, gelesen
oder kaputt gemacht hat.

## So läuft ein Abend ab

1. Die Tür geht auf. Jemand begrüßt dich und findet dir einen Platz.
2. Es gibt ein oder zwei Vorträge, mit Zeit für Fragen.
3. Wir bleiben noch eine Weile und reden. Das ist das Beste daran.

## Was für uns alle gilt

Wie wir miteinander umgehen, steht in unserem [Verhaltenskodex](code-of-conduct.md). Andere Fragen beantworten wir
[hier](faq.md).
`,
  },
  speak: {
    title: 'Vortrag halten',
    description: 'Was wir gern hören und wie du einen Vortrag vorschlägst.',
    body: `
Du weißt etwas, das andere gern wüssten. Mehr braucht es nicht, und ein erster Vortrag ist so willkommen wie ein
fünfzigster.

## Was wir gern hören

- Was du gemacht hast, und was du heute anders machen würdest.
- Was schiefging, und was du danach verstanden hast.
- Ein Werkzeug, ein Buch oder eine Idee, die deine Arbeit verändert hat.

Fünf Minuten reichen, eine halbe Stunde ist auch gut.

## So schlägst du einen Vortrag vor

Sprich bei der [nächsten Veranstaltung](/events/) jemanden aus der Organisation an. Ein Satz über dein Thema genügt. Beim
Rest helfen wir: beim Titel, beim Üben und mit dem Beamer.
`,
  },
  faq: {
    title: 'Fragen',
    description: 'Was Neue uns fragen, in ein, zwei Zeilen beantwortet.',
    body: `
## Muss ich viel wissen?

Nein. Jeder Vortrag ist für jemanden neu, und jede Frage ist willkommen.

## Kann ich allein kommen?

Ja, das tun die meisten. Sag Hallo zu denen, die an der Tür stehen.

## Was kostet es?

Nichts, wenn auf der [Seite der Veranstaltung](/events/) nichts anderes steht.

## Kann ich einen Vortrag halten?

Ja, bitte! [So geht es](speak.md).
`,
  },
  conduct: {
    title: 'Verhaltenskodex',
    description: 'Wie wir miteinander umgehen und was geschieht, wenn etwas schiefgeht.',
    body: `
Alle sollen sich bei uns wohlfühlen. Dazu tragen alle bei.

## Worum wir bitten

- Lass andere ausreden, und lass denen Raum, die wenig gesagt haben.
- Sei neugierig, bevor du urteilst. Keine Frage ist zu klein.
- Frag, bevor du jemanden fotografierst.
- Lass in Ruhe, wer in Ruhe gelassen werden möchte.

## Was wir nicht dulden

Belästigung, Beleidigungen, Drohungen, unerwünschte Annäherung, und Menschen wegen dem auszugrenzen, was sie sind. Das gilt
bei unseren Veranstaltungen, in unserem Chat und zwischen Leuten, die sich hier kennengelernt haben. Es gilt auch für die
Organisation und für Vortragende.

## Wenn etwas geschieht

Sag es jemandem aus der Organisation, gleich oder später. Wir hören zu, sorgen dafür, dass du sicher bist, und tun nichts
in deinem Namen, dem du nicht zugestimmt hast. Wer gegen diese Regeln verstößt, kann gebeten werden zu gehen.
`,
  },
  firstEvent: {
    title: 'Unser erster Abend',
    body: `
Wir treffen uns zum ersten Mal. Komm vorbei und erzähl uns, worüber du gern etwas hören würdest. Wenn du selbst
[etwas zeigen möchtest](../speak.md), reichen fünf Minuten.
`,
  },
};
