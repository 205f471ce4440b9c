import { Interrupted, WrongCall } from '../commands/io.ts';

interface Question {
  readonly message: string;
  /** What answers it in the call, for where nobody can be asked: `--title`. */
  readonly flag?: string;
}

export interface TextQuestion extends Question {
  /** Stands there to be changed or taken. */
  readonly initial?: string;
  /** An example, shown while nothing is typed. */
  readonly placeholder?: string;
  /** Says what is wrong with an answer. Without it anything will do, nothing as well. */
  readonly validate?: (answer: string) => string | undefined;
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

const atTerminal: Ask = {
  async text({ message, initial, placeholder, validate }) {
    const { text } = await prompts();
    const answer = await text({
      message,
      output,
      ...(initial !== undefined && { initialValue: initial }),
      ...(placeholder !== undefined && { placeholder }),
      ...(validate && { validate: (typed) => validate((typed ?? '').trim()) }),
    });
    return (answered(answer) ?? '').trim();
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
