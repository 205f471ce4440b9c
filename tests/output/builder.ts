import { writeSync } from 'node:fs';
import { writeSite } from '../../src/output/write.ts';
import { sites } from './sites.ts';

// Run by stopped.test.ts in a process of its own: `builder.mjs <folder> <times> <site> <site> …`
// builds the named sites in turn, and prints what went wrong.
const [outDir, times, ...names] = process.argv.slice(2);
writeSync(1, 'started\n');
for (let turn = 0; turn < Number(times); turn += 1) {
  const name = names[turn % names.length] as keyof typeof sites;
  for (const diagnostic of writeSite(outDir!, sites[name]).diagnostics) writeSync(1, `${JSON.stringify(diagnostic)}\n`);
}
