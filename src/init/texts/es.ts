import type { Texts } from './texts.ts';

export const es: Texts = {
  description: 'Nos reunimos para aprender unos de otros. Todo el mundo es bienvenido.',
  series: 'Nuestro encuentro',
  organizer: 'Organización',
  home: `
Nos mostramos lo que hemos aprendido. No hace falta experiencia, y casi todo el mundo viene sin compañía la primera vez.

[Quiénes somos](about.md){ .md-button } [Dar una charla](speak.md){ .md-button }
`,
  about: {
    title: 'Quiénes somos',
    description: 'Quiénes somos y cómo transcurre un encuentro.',
    body: `
Nos reunimos para aprender unos de otros. Las charlas las damos nosotros mismos, sobre lo que hemos construido, leído o
estropeado.

## Cómo transcurre un encuentro

1. Se abren las puertas. Alguien te saluda y te busca un sitio.
2. Hay una o dos charlas, con tiempo para preguntas.
3. Nos quedamos un rato hablando. Es la mejor parte.

## Lo que vale para todos

Nuestro [código de conducta](code-of-conduct.md) dice cómo nos tratamos. Otras preguntas se responden [aquí](faq.md).
`,
  },
  speak: {
    title: 'Dar una charla',
    description: 'Qué nos gusta escuchar y cómo proponer una charla.',
    body: `
Sabes algo que a otras personas les gustaría saber. No hace falta más, y una primera charla es tan bienvenida como la
número cincuenta.

## Qué nos gusta escuchar

- Lo que hiciste, y lo que hoy harías de otra manera.
- Lo que salió mal, y lo que entendiste después.
- Una herramienta, un libro o una idea que cambió tu forma de trabajar.

Cinco minutos bastan, media hora también está bien.

## Cómo proponer una charla

Díselo a alguien de la organización en el [próximo evento](/events/). Basta una frase sobre tu tema. Ayudamos con lo demás:
el título, el ensayo y el proyector.
`,
  },
  faq: {
    title: 'Preguntas',
    description: 'Lo que nos preguntan quienes vienen por primera vez, respondido en una o dos líneas.',
    body: `
## ¿Tengo que saber mucho?

No. Cada charla es nueva para alguien, y todas las preguntas son bienvenidas.

## ¿Puedo venir sin conocer a nadie?

Sí, es lo más habitual. Saluda a quien abra la puerta.

## ¿Cuánto cuesta?

Nada, salvo que la [página del evento](/events/) diga otra cosa.

## ¿Puedo dar una charla?

¡Sí, por favor! [Así se hace](speak.md).
`,
  },
  conduct: {
    title: 'Código de conducta',
    description: 'Cómo nos tratamos y qué ocurre cuando algo va mal.',
    body: `
Todo el mundo debe sentirse a gusto con nosotros. Eso depende de cada persona.

## Qué pedimos

- Deja terminar a los demás, y deja espacio a quienes han hablado poco.
- Ten curiosidad antes de juzgar. Ninguna pregunta es demasiado pequeña.
- Pregunta antes de hacer una foto a alguien.
- Deja en paz a quien quiera estar en paz.

## Qué no aceptamos

El acoso, los insultos, las amenazas, las atenciones no deseadas y el rechazo a alguien por ser quien es. Esto vale en
nuestros eventos, en nuestro chat y entre personas que se conocieron aquí. Vale también para la organización y para quienes
dan charlas.

## Si ocurre algo

Cuéntaselo a alguien de la organización, en el momento o después. Te escuchamos, nos ocupamos de que estés a salvo y no
hacemos nada en tu nombre sin tu acuerdo. A quien incumpla estas normas se le puede pedir que se vaya.
`,
  },
  firstEvent: {
    title: 'Nuestro primer encuentro',
    body: `
Nos reunimos por primera vez. Ven y cuéntanos qué te gustaría escuchar. Si quieres [mostrar algo](../speak.md), cinco minutos
bastan.
`,
  },
};
