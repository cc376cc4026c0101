import { resolve } from 'node:path';
import { readSettings } from '@jiangong/programmes/cli';

export type PlayArguments = Readonly<{
  file: string;
  out: string;
  year: number;
  seed: string;
  parameters: Readonly<Record<string, string>>;
}>;

export const PLAY_USAGE =
  'npm run programme -- play FILE --out DIR [--year YYYY] [--set parameter=value]… [--seed TEXT]';

/** A year whose holidays, and those of the next, are shipped. */
export const DEFAULT_YEAR = 2024;
const SEED_CHARACTERS_MAX = 100;

/** What stands behind `play`; undefined where the words are no call. */
export const readPlayArguments = (words: readonly string[]): PlayArguments | undefined => {
  const settings = readSettings(words, ['out', 'seed']);
  const [file, ...more] = settings?.files ?? [];
  const { out, seed = '1' } = settings?.others ?? {};
  if (settings === undefined || file === undefined || more.length > 0 || out === undefined) return undefined;
  if (seed.length > SEED_CHARACTERS_MAX) return undefined;
  return { file, out: resolve(out), year: settings.year ?? DEFAULT_YEAR, seed, parameters: settings.parameters };
};
