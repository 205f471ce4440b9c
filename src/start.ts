import { load } from './code.ts';

// What each `lib/NAME.js` does: it runs the program that is `NAME.cjs`.
const { program, keep } = load(import.meta.filename.replace(/\.js$/, '.cjs'));
keep(await program.run());
