import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';

/** What these tests know of a workflow. */
export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly defaults?: { readonly run: { readonly shell: string } };
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

export const workflowOf = (yaml: string): Workflow => parse(yaml) as Workflow;

/** A machine that runs a job as GitHub does, as far as these workflows go. */
export interface Machine {
  /** Empty, for all that the job needs. */
  readonly folder: string;
  /** The compiled program. */
  readonly cli: string;
  /** Folders by what `actions/checkout` is asked for; `''` is what the event is about. */
  readonly branches: Readonly<Record<string, string>>;
  /** Values of `${{ … }}`. */
  readonly values: Readonly<Record<string, string>>;
  /** What happened, as `$GITHUB_EVENT_PATH` holds it. */
  readonly event?: unknown;
}

export interface RanStep {
  readonly step: Step;
  readonly status: number | null;
  readonly out: string;
}

/** Runs the steps of a job, and gives what came of those that are commands. `work` is where they ran. */
export function runJob(workflow: Workflow, job: string, machine: Machine) {
  const { steps, env = {} } = workflow.jobs[job]!;
  const work = join(machine.folder, 'work');
  const bin = standIns(machine);
  mkdirSync(work);
  const temp = join(machine.folder, 'temp');
  mkdirSync(temp);
  writeFileSync(join(machine.folder, 'event.json'), JSON.stringify(machine.event ?? {}));
  const filled = (text: string): string =>
    text.replace(/\$\{\{ (.+?) \}\}/g, (_, name: string) => {
      const value = machine.values[name];
      if (value === undefined) throw new Error(`no value for ${name}`);
      return value;
    });
  const filledAll = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, filled(value)]));
  const ran: RanStep[] = [];
  for (const step of steps) {
    const failed = ran.find(({ status }) => status !== 0)?.step;
    if (step.if !== (failed && `failure() && steps.${failed.id}.outcome == 'failure'`)) continue;
    if (step.uses?.startsWith('actions/checkout@')) {
      const { ref = '', path = '.' } = step.with as { ref?: string; path?: string };
      cpSync(machine.branches[filled(ref)]!, join(work, path), { recursive: true, verbatimSymlinks: true });
    }
    if (step.run === undefined) continue;
    const options = workflow.defaults?.run.shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'];
    const { status, stdout, stderr } = spawnSync('bash', [...options, '-c', filled(step.run)], {
      cwd: join(work, step['working-directory'] ?? '.'),
      encoding: 'utf8',
      env: {
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        HOME: machine.folder,
        CI: 'true',
        RUNNER_TEMP: temp,
        GITHUB_EVENT_PATH: join(machine.folder, 'event.json'),
        npm_config_offline: 'true',
        npm_config_update_notifier: 'false',
        ...filledAll(env),
        ...filledAll(step.env ?? {}),
      },
    });
    ran.push({ step, status, out: `${stdout}${stderr}` });
  }
  return { ran, work, gh: () => readFileSync(join(machine.folder, 'gh'), 'utf8') };
}

/** Commands in place of those that would ask the network: `npm ci` brings the compiled program, `gh` is written down. */
function standIns({ folder, cli }: Machine): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const command = (name: string, lines: readonly string[]): void => {
    writeFileSync(join(bin, name), ['#!/bin/sh', 'set -e', ...lines, ''].join('\n'));
    chmodSync(join(bin, name), 0o755);
  };
  command('npm', [
    '[ "$*" = "ci --ignore-scripts" ] || { echo "npm $*: not in these tests" >&2; exit 1; }',
    '[ -f package-lock.json ] || { echo "npm ci needs package-lock.json" >&2; exit 1; }',
    'rm -rf node_modules && mkdir -p node_modules/.bin',
    `printf '#!/bin/sh\\nexec "${process.execPath}" "${cli}" "$@"\\n' > node_modules/.bin/meetpress`,
    'chmod +x node_modules/.bin/meetpress',
  ]);
  const log = join(folder, 'gh');
  writeFileSync(log, '');
  command('gh', [
    `echo "gh $*" >> "${log}"`,
    'case "$*" in',
    '  "pr list "*) echo 0 ;;',
    `  *"--body-file -") cat >> "${log}" ;;`,
    'esac',
  ]);
  return bin;
}
