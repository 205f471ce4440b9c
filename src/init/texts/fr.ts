import type { Texts } from './texts.ts';

export const fr: Texts = {
  description: 'Nous nous retrouvons pour apprendre les uns des autres. Tout le monde est bienvenu.',
  series: 'Notre rencontre',
  organizer: 'Organisation',
  home: `
Nous nous montrons ce que nous avons appris. Aucune expérience n’est nécessaire, et la plupart des gens viennent seuls la
première fois.

[Qui nous sommes](about.md){ .md-button } [Donner une présentation](speak.md){ .md-button }
`,
  about: {
    title: 'À propos',
    description: 'Qui nous sommes et comment se passe une soirée.',
    body: `
Nous nous retrouvons pour apprendre les uns des autres. Les présentations viennent de nos membres : ce qu’ils ont construit,
lu ou cassé.

## Comment se passe une soirée

1. Les portes s’ouvrent. Quelqu’un vous accueille et vous trouve une place.
2. Il y a une ou deux présentations, avec du temps pour les questions.
3. Nous restons un moment pour discuter. C’est le meilleur moment.

## Ce qui vaut pour tout le monde

Notre [code de conduite](code-of-conduct.md) dit comment nous nous comportons. Les autres réponses sont [ici](faq.md).
`,
  },
  speak: {
    title: 'Donner une présentation',
    description: 'Ce que nous aimons entendre et comment proposer une présentation.',
    body: `
Vous savez quelque chose que d’autres aimeraient savoir. Il n’en faut pas plus, et une première présentation est aussi
bienvenue qu’une cinquantième.

## Ce que nous aimons entendre

- Ce que vous avez fait, et ce que vous feriez autrement aujourd’hui.
- Ce qui a mal tourné, et ce que vous avez compris ensuite.
- Un outil, un livre ou une idée qui a changé votre façon de travailler.

Cinq minutes suffisent, une demi-heure convient aussi.

## Comment proposer une présentation

Parlez-en aux organisateurs au [prochain événement](/events/). Une phrase sur votre sujet suffit. Nous aidons pour le
reste : le titre, la répétition et le projecteur.
`,
  },
  faq: {
    title: 'Questions',
    description: 'Ce que les nouveaux nous demandent, avec une réponse en une ou deux lignes.',
    body: `
## Faut-il s’y connaître ?

Non. Chaque présentation est nouvelle pour quelqu’un, et toutes les questions sont les bienvenues.

## Puis-je venir sans connaître personne ?

Oui, c’est le cas de la plupart des gens. Dites bonjour à la personne qui ouvre la porte.

## Combien ça coûte ?

Rien, sauf si la [page de l’événement](/events/) dit autre chose.

## Puis-je donner une présentation ?

Oui, avec plaisir ! [Voici comment](speak.md).
`,
  },
  conduct: {
    title: 'Code de conduite',
    description: 'Comment nous nous comportons, et ce qui se passe quand cela ne va pas.',
    body: `
Tout le monde doit se sentir bien chez nous. Cela dépend de chacun.

## Ce que nous demandons

- Laissez les autres finir, et laissez de la place à ceux qui ont peu parlé.
- Soyez curieux avant de juger. Aucune question n’est trop petite.
- Demandez avant de prendre quelqu’un en photo.
- Laissez tranquilles ceux qui veulent l’être.

## Ce que nous n’acceptons pas

Le harcèlement, les insultes, les menaces, les attentions non désirées, et le rejet d’une personne pour ce qu’elle est. Cela
vaut pendant nos événements, dans nos discussions en ligne et entre personnes qui se sont rencontrées ici. Cela vaut aussi
pour l’équipe d’organisation et pour les intervenants.

## S’il se passe quelque chose

Parlez-en à l’équipe d’organisation, sur place ou plus tard. Nous vous écoutons, nous veillons à votre sécurité, et nous ne
faisons rien en votre nom sans votre accord. Qui enfreint ces règles peut être prié de partir.
`,
  },
  firstEvent: {
    title: 'Notre première soirée',
    body: `
Nous nous retrouvons pour la première fois. Venez nous dire ce que vous aimeriez entendre. Si vous voulez
[montrer quelque chose](../speak.md) vous-même, cinq minutes suffisent.
`,
  },
};
