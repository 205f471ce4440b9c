import type { Texts } from './texts.ts';

export const pt: Texts = {
  description: 'Nós nos reunimos para aprender uns com os outros. Todas as pessoas são bem-vindas.',
  series: 'Nosso encontro',
  organizer: 'Organização',
  home: `
Mostramos uns aos outros o que aprendemos. Não é preciso ter experiência, e a maioria vem sem companhia na primeira vez.

[Quem somos](about.md){ .md-button } [Dar uma palestra](speak.md){ .md-button }
`,
  about: {
    title: 'Quem somos',
    description: 'Quem somos e como é um encontro.',
    body: `
Nós nos reunimos para aprender uns com os outros. As palestras são dadas por quem participa, sobre o que construiu, leu ou
quebrou.

## Como é um encontro

1. As portas se abrem. Alguém recebe você e encontra um lugar.
2. Há uma ou duas palestras, com tempo para perguntas.
3. Ficamos mais um pouco para conversar. É a melhor parte.

## O que vale para todos

Nosso [código de conduta](code-of-conduct.md) diz como nos tratamos. Outras perguntas são respondidas [aqui](faq.md).
`,
  },
  speak: {
    title: 'Dar uma palestra',
    description: 'O que gostamos de ouvir e como propor uma palestra.',
    body: `
Você sabe algo que outras pessoas gostariam de saber. Não é preciso mais, e uma primeira palestra é tão bem-vinda quanto a
quinquagésima.

## O que gostamos de ouvir

- O que você fez, e o que faria de outro jeito hoje.
- O que deu errado, e o que você entendeu depois.
- Uma ferramenta, um livro ou uma ideia que mudou sua forma de trabalhar.

Cinco minutos bastam, meia hora também está bem.

## Como propor uma palestra

Fale com alguém da organização no [próximo evento](/events/). Uma frase sobre o tema é suficiente. Ajudamos com o resto: o
título, o ensaio e o projetor.
`,
  },
  faq: {
    title: 'Perguntas',
    description: 'O que nos perguntam pela primeira vez, respondido em uma ou duas linhas.',
    body: `
## Preciso saber muito?

Não. Cada palestra é nova para alguém, e todas as perguntas são bem-vindas.

## Posso vir sem conhecer ninguém?

Sim, é o mais comum. Cumprimente quem abrir a porta.

## Quanto custa?

Nada, a não ser que a [página do evento](/events/) diga outra coisa.

## Posso dar uma palestra?

Sim, por favor! [Veja como](speak.md).
`,
  },
  conduct: {
    title: 'Código de conduta',
    description: 'Como nos tratamos, e o que acontece quando algo vai mal.',
    body: `
Todas as pessoas devem se sentir bem conosco. Isso depende de cada uma.

## O que pedimos

- Deixe os outros terminarem, e dê espaço a quem falou pouco.
- Tenha curiosidade antes de julgar. Nenhuma pergunta é pequena demais.
- Pergunte antes de fotografar alguém.
- Deixe em paz quem quer ficar em paz.

## O que não aceitamos

Assédio, insultos, ameaças, atenção indesejada e a rejeição de alguém por ser quem é. Isso vale nos nossos eventos, no nosso
chat e entre pessoas que se conheceram aqui. Vale também para a organização e para quem dá palestras.

## Se algo acontecer

Conte a alguém da organização, na hora ou depois. Ouvimos você, cuidamos da sua segurança e não fazemos nada em seu nome sem
o seu acordo. Quem desrespeita estas regras pode ser convidado a sair.
`,
  },
  firstEvent: {
    title: 'Nosso primeiro encontro',
    body: `
Nós nos reunimos pela primeira vez. Venha e conte o que você gostaria de ouvir. Se quiser [mostrar algo](../speak.md), cinco
minutos bastam.
`,
  },
};
