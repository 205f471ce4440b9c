import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { constants, Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** What a program exports. */
export interface Program {
  /** Gives how much of it ran, as a number that means something to it alone; 0 where nothing may be kept beside it. */
  run(): number | Promise<number>;
}

export interface Loaded {
  readonly program: Program;
  /**
   * Keeps the bytecode of all that ran until now for later processes, where that is more than what was taken: to compile
   * it again is a quarter of a small site's build. Whether that works changes nothing but their time.
   * @param amount what `run` gave
   */
  keep(amount: number): void;
}

/** The sum of the code, and that of what follows, which is how much of it ran, and the bytecode. */
const head = 8;

/**
 * Reads a program, a function in ASCII that takes what CommonJS gives, with the bytecode that lies beside it, in a file for
 * this version, this machine and these options of V8. V8 itself knows code by its length alone; where a sum differs it
 * compiles.
 */
export function load(file: string): Loaded {
  const code = readFileSync(file);
  const place = `${file}.code-${cachedDataVersionTag()}`;
  const kept = readKept(place, code);
  const script = new Script(code.toString('latin1'), {
    filename: file,
    ...(kept && { cachedData: kept.data }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module: { readonly exports: unknown } = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  const before = kept && script.cachedDataRejected === false ? kept.amount : 0;
  return {
    program: module.exports as Program,
    keep: (amount) => {
      if (amount > before) write(place, code, script.createCachedData(), amount);
    },
  };
}

function readKept(file: string, code: Buffer): { readonly data: Buffer; readonly amount: number } | undefined {
  try {
    const kept = readFileSync(file);
    const rest = kept.subarray(head);
    const isWhole = kept.readUInt32LE(0) === crc32(code) && kept.readUInt32LE(4) === crc32(rest);
    return isWhole ? { amount: rest.readUInt32LE(0), data: rest.subarray(4) } : undefined;
  } catch {
    return undefined;
  }
}

/** One for each file: those of other versions go. Written whole: other processes may be reading it. */
function write(file: string, code: Buffer, data: Buffer, amount: number): void {
  const words = (...numbers: number[]): Buffer => Buffer.from(Uint32Array.from(numbers).buffer);
  const rest = Buffer.concat([words(amount), data]);
  // Of one process several threads may write.
  const temporary = `${file}-${process.pid}-${process.hrtime.bigint()}`;
  try {
    writeFileSync(temporary, Buffer.concat([words(crc32(code), crc32(rest)), rest]));
    renameSync(temporary, file);
    const name = basename(file);
    const prefix = name.slice(0, name.lastIndexOf('-') + 1);
    const others = readdirSync(dirname(file)).filter((each) => each.startsWith(prefix) && each !== name);
    for (const other of others) rmSync(join(dirname(file), other), { force: true });
  } catch {
    rmSync(temporary, { force: true });
  }
}
