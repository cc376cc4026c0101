import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoggedEvent } from './read-log.ts';
import type { EditionOutcome } from './verify-edition.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The files of `--out`: what a stranger needs to recompute every rank and to check every event (test/journeys/README.md). */
export const writeOutFiles = async (
  folder: string,
  events: readonly LoggedEvent[],
  outcomes: readonly EditionOutcome[],
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'events.jsonl'), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  for (const { year, tables, scoreSheets, result } of outcomes) {
    const edition = join(folder, String(year));
    await mkdir(edition, { recursive: true });
    await writeFile(join(edition, 'scheme.json'), json(tables));
    await writeFile(join(edition, 'score-sheets.json'), json(scoreSheets));
    await writeFile(join(edition, 'result.json'), json(result));
  }
};
