/** `gerai doctor`. */
import { parseArgs } from 'node:util';
import { CommandError } from '../../commands/command.ts';
import type { Config } from '../../config.ts';
import { checkBackups, checkDatabase, checkServer } from './database.ts';
import type { Check, DoctorContext, Finding } from './finding.ts';
import { checkBrowser, checkClock, checkDisk, checkNode, checkSecrets } from './machine.ts';
import { checkCloud, checkLanguageModel, checkReach, checkTelegram } from './services.ts';

export const DOCTOR_USAGE = `gerai doctor [--json]

  Looks at all that the stand depends on, beside a running server or without one. Each line is ok, a warning or a
  problem, with what to do about it; the exit code is 1 where there is a problem. Nothing secret is shown.
  --json  for programs: {"ok", "findings": [{"about", "state", "text", "remedy"?}]}`;

/** In the order in which they are read; the clock comes after those who hear another one. */
const CHECKS: readonly Check[] = [
  checkNode,
  checkServer,
  checkDatabase,
  checkBackups,
  checkDisk,
  checkSecrets,
  checkTelegram,
  checkCloud,
  checkBrowser,
  checkReach,
  checkLanguageModel,
  checkClock,
];

export async function examine(context: Omit<DoctorContext, 'clocks'>): Promise<Finding[]> {
  const whole: DoctorContext = { ...context, clocks: [] };
  const findings: Finding[] = [];
  for (const check of CHECKS) findings.push(...(await check(whole)));
  return findings;
}

const MARKS = { ok: 'ok      ', warning: 'warning ', problem: 'PROBLEM ' } as const;

function lineOf({ about, state, text, remedy }: Finding): string {
  const line = `${MARKS[state]} ${about}: ${text}`;
  return remedy === undefined ? line : `${line}\n          → ${remedy}`;
}

/** @returns what is printed; the exit code is set. @throws CommandError */
export async function doctorCommand(config: Config, args: readonly string[]): Promise<string> {
  const { json } = optionsOf(args);
  const findings = await examine({ config, now: Date.now, folder: process.cwd() });
  const hasProblem = findings.some(({ state }) => state === 'problem');
  if (hasProblem) process.exitCode = 1;
  return json ? JSON.stringify({ ok: !hasProblem, findings }) : findings.map(lineOf).join('\n');
}

function optionsOf(args: readonly string[]): { json: boolean } {
  try {
    return parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : ''}\n\n${DOCTOR_USAGE}`);
  }
}
