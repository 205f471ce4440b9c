import type { Argument, Command, Option } from 'commander';
import { exitCodes, type Io } from '../commands/io.ts';
import { createProgram as createNew } from '../commands/new-call.ts';
import { createProgram } from '../program.ts';

const silent: Io = { out: () => {}, err: () => {}, interactive: false, colour: false };

/** The reference of every command and its options, from the program that reads them: it cannot say what isn't so. */
export function commandReference(): string {
  const program = createProgram(
    silent,
    async () => {},
    () => {},
  );
  return [
    '# Every command',
    '<!-- Made by `npm run docs:reference` from the program itself. -->',
    'In the folder of a site, write `npx` before each: `npx meetpress build`. `npx meetpress help build` prints the part for `build`.',
    `Exit status: ${exitCodes.built} all is well, ${exitCodes.contentErrors} the content has errors and nothing was written, ${exitCodes.wrongCall} the call was wrong, ${exitCodes.bug} a bug of ours, ${exitCodes.interrupted} ended by Ctrl-C where something was asked.`,
    ...program.commands.flatMap((command) =>
      command.name() === 'new' ? makingNew() : section(command, `${program.name()} ${command.name()}`),
    ),
    '',
  ].join('\n\n');
}

/** `new` reads its own options, as those are the fields of what is made. */
const makingNew = (): string[] => [
  ...section(createNew(silent), 'meetpress new'),
  `\`meetpress new event --help\` lists what an event takes: its fields, which are in the [reference](reference.md#event), as \`--title\`, \`--start\`, \`--image-alt\` … It is the same with the others.`,
];

function section(command: Command, name: string): string[] {
  const { registeredArguments, options } = command;
  const description = command.description();
  const call = [name, ...registeredArguments.map(argumentOf)].join(' ');
  const rows = [
    ...registeredArguments.filter((each) => each.description).map((each) => row(argumentOf(each), each)),
    ...options.filter(({ hidden }) => !hidden).map((each) => row(each.flags, each)),
  ];
  return [
    `## ${name}`,
    ...(call === name ? [] : [`\`${call}\``]),
    `${description[0]?.toUpperCase()}${description.slice(1)}${/[.…]$/.test(description) ? '' : '.'}`,
    ...(rows.length ? [['| option | what it does | default |', '|---|---|---|', ...rows].join('\n')] : []),
  ];
}

const argumentOf = (argument: Argument): string => {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

function row(flags: string, { description, defaultValue, argChoices }: Option | Argument): string {
  const choices = argChoices ? ` (${argChoices.map((choice) => `\`${choice}\``).join(', ')})` : '';
  const isSaid = typeof defaultValue === 'string' || typeof defaultValue === 'number';
  const cells = [`\`${flags}\``, `${description}${choices}`, isSaid ? `\`${defaultValue}\`` : ''];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
