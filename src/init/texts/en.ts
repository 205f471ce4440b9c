import type { Texts } from './texts.ts';

export const en: Texts = {
  description: 'We meet to learn from each other. Everybody is welcome.',
  series: 'Regular evening',
  organizer: 'Organizer',
  home: `
We show each other what we have learned. You need no experience, and most people come alone the first time.

[Who we are](about.md){ .md-button } [Give a talk](speak.md){ .md-button }
`,
  about: {
    title: 'About us',
    description: 'Who we are, and how an evening runs.',
    body: `
We meet to learn from each other. Talks are given by members, about what they have made, read or broken.

## How an evening runs

1. Doors open. Somebody says hello and finds you a seat.
2. There are one or two talks, with time for questions.
3. We stay for a while and talk. This is the best part.

## What holds for all of us

Our [code of conduct](code-of-conduct.md) says how we treat each other. Other questions are answered [here](faq.md).
`,
  },
  speak: {
    title: 'Give a talk',
    description: 'What we like to hear, and how to propose a talk.',
    body: `
You know something that others would like to know. More is not needed, and a first talk is as welcome as a fiftieth.

## What we like to hear

- What you made, and what you would do differently today.
- What went wrong, and what you understood afterwards.
- A tool, a book or an idea that changed how you work.

Five minutes are enough, half an hour is fine.

## How to propose a talk

Tell one of the organizers at the [next event](/events/). A sentence about your topic will do. We help with the rest: a
title, a rehearsal, and the projector.
`,
  },
  faq: {
    title: 'Questions',
    description: 'What newcomers ask us, answered in a line or two.',
    body: `
## Do I have to know much?

No. Each talk is new to somebody, and every question is welcome.

## Can I come alone?

Yes, most people do. Say hello to whoever opens the door.

## What does it cost?

Nothing, unless the [event’s page](/events/) says otherwise.

## Can I give a talk?

Yes, please! [This is how](speak.md).
`,
  },
  conduct: {
    title: 'Code of conduct',
    description: 'How we treat each other, and what happens when it goes wrong.',
    body: `
Everybody should feel at home with us. That takes all of us.

## What we ask

- Let others finish, and leave room for those who have said little.
- Be curious before you judge. No question is too small.
- Ask before you take a photo of somebody.
- Leave people be who want to be left alone.

## What we do not accept

Harassment, insults, threats, unwanted attention, and making somebody unwelcome for who they are. This holds at our
events, in our chat, and between people who met here. It holds for organizers and speakers, too.

## If something happens

Tell an organizer, at the event or afterwards. We listen, make sure that you are safe, and do nothing in your name that
you did not agree to. Whoever breaks these rules may be asked to leave.
`,
  },
  firstEvent: {
    title: 'Our first evening',
    body: `
We meet for the first time. Come and tell us what you would like to hear about. If you would like to
[show something yourself](../speak.md), five minutes are enough.
`,
  },
};
