import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompiledTemplate } from '@jiangong/programmes';
import type { Play } from '../demo/play/play.ts';
import { readLog } from '../demo/report/read-log.ts';

const QUOTAS = join(import.meta.dirname, '../recompute/quotas.py');
const AUDITOR = 'auditor-1';

const countsInProportion = ({ intake, subjects }: CompiledTemplate): boolean =>
  [intake, ...subjects].some(({ quota }) => quota?.rule.kind === 'per');

/** Numbers that follow from branches or members, counted again by Python from the log as the auditor exports it; nothing where there are none. */
export const quotaFaults = async (
  play: Play,
  programmes: readonly CompiledTemplate[],
  out: string,
): Promise<readonly string[]> => {
  if (!programmes.some(countsInProportion)) return [];
  await mkdir(out, { recursive: true });
  const events = join(out, 'events.jsonl');
  const log = await readLog(play.as(AUDITOR));
  await writeFile(events, log.map((event) => `${JSON.stringify(event)}\n`).join(''));
  const { status, stdout, stderr } = spawnSync('python3', [QUOTAS, events], { encoding: 'utf8' });
  return status === 0 ? [] : [`python3 counts another number: ${stdout}${stderr}`.trim()];
};
