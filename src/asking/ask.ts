import { Interrupted, WrongCall } from '../commands/io.ts';

interface Question {
  readonly message: string;
  /** What answers it in the call, for where nobody can be asked: `--title`. */
  readonly flag?: string;
}

export interface TextQuestion extends Question {
  /** The answer where nothing is typed. */
  readonly initial?: string;
  /** An example, or what an empty answer means, shown while nothing is typed. */
  readonly placeholder?: string;
  /** What there is to choose from, the usual answer first. Anything else may be typed. */
  readonly known?: readonly Known[];
  /** Says what is wrong with an answer. Without it anything will do, nothing as well. */
  readonly validate?: (answer: string) => string | undefined;
}

/** An answer, and what tells it from others like it. */
export interface Known {
  readonly value: string;
  readonly hint?: string;
}

export interface Choice<T extends string> extends Question {
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[];
  readonly initial?: T;
}

export interface YesOrNo extends Question {
  /** No, where nothing is said. */
  readonly initial?: boolean;
}

/**
 * Asks the person at the terminal. Ctrl-C and Escape throw `Interrupted`. Where nobody can be asked, `initial` is the
 * answer; what has none throws a `WrongCall` that names the flag.
 */
export interface Ask {
  /** Whether somebody is there. */
  readonly interactive: boolean;
  /** Without spaces around it. */
  text(question: TextQuestion): Promise<string>;
  choose<T extends string>(question: Choice<T>): Promise<T>;
  confirm(question: YesOrNo): Promise<boolean>;
}

/** Whether somebody is there to answer. Questions go where progress goes, so that the output stays the output. */
export const canAsk = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true && !process.env.CI;

export function createAsk(interactive = canAsk()): Ask {
  return interactive ? atTerminal : byDefault;
}

const nobody = ({ message, flag }: Question): never => {
  throw new WrongCall(flag ? `${flag} is missing` : `nobody is there to answer “${message}”`);
};

const byDefault: Ask = {
  interactive: false,
  text: async (question) => question.initial ?? nobody(question),
  choose: async (question) => question.initial ?? nobody(question),
  confirm: async ({ initial = false }) => initial,
};

const prompts = () => import('@clack/prompts');
const output = process.stderr;

/** Ctrl-C comes as a symbol. */
function answered<T>(answer: T): Exclude<T, symbol> {
  if (typeof answer === 'symbol') throw new Interrupted();
  return answer as Exclude<T, symbol>;
}

/** What fits to what is typed, and then that itself; before anything is typed all, and what an empty answer means. */
const optionsFor = (known: readonly Known[], ofEmpty: string | undefined) =>
  function (this: { readonly userInput: string }) {
    const typed = this.userInput.trim();
    const lower = typed.toLowerCase();
    const fitting = known.filter(({ value }) => value.toLowerCase().includes(lower));
    const options = fitting.map(({ value, hint }) => ({ value, label: value, ...(hint !== undefined && { hint }) }));
    if (typed === '') return ofEmpty === undefined ? options : [{ value: '', label: ofEmpty }, ...options];
    return fitting.some(({ value }) => value.toLowerCase() === lower)
      ? options
      : [...options, { value: typed, label: typed, hint: 'new' }];
  };

const atTerminal: Ask = {
  interactive: true,
  async text({ message, initial = '', placeholder, validate, known = [] }) {
    const { text, autocomplete } = await prompts();
    const check = validate && { validate: (typed: unknown = '') => validate(String(typed).trim() || initial) };
    const options = optionsFor(known, initial === '' ? placeholder : undefined);
    const shown = initial === '' ? placeholder : `Enter for ${initial}`;
    const answer = known.length
      ? await autocomplete({ message, output, ...check, options, filter: () => true, placeholder: 'or something new' })
      : await text({
          message,
          output,
          ...check,
          defaultValue: initial,
          ...(shown !== undefined && { placeholder: shown }),
        });
    return (answered(answer) ?? '').trim() || initial;
  },
  async choose({ message, options, initial }) {
    const { select } = await prompts();
    // Its type of an option depends on the kind of the value, which is text here.
    const offered = options.map((option) => ({ ...option })) as Parameters<typeof select<string>>[0]['options'];
    const answer = await select<string>({
      message,
      output,
      options: offered,
      ...(initial !== undefined && { initialValue: initial }),
    });
    return options.find(({ value }) => value === answered(answer))!.value;
  },
  async confirm({ message, initial = false }) {
    const { confirm } = await prompts();
    return answered(await confirm({ message, output, initialValue: initial }));
  },
};
