import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNaming } from '@jiangong/programmes';
import { type Output, run, USAGE } from '@jiangong/programmes/cli';
import { ChildPlatform } from '../demo/platform/child-platform.ts';
import { Progress } from '../demo/report/progress.ts';
import { morningOf } from '../demo/world/edition-calendar.ts';
import { PLAY_USAGE, type PlayArguments, readPlayArguments } from './arguments.ts';
import { lacking } from './cast.ts';
import { firstYearOf, foundingOf, playNaming } from './play-naming.ts';
import { firstDayOf } from './first-day.ts';
import { type Played, playProgrammes } from './play-programmes.ts';
import { isPlayed, type Programme, readProgramme, tellNotPlayed } from './read-programme.ts';

const EXIT_REFUSED = 1;
const EXIT_USAGE = 2;
/** The database's own user must be able to reach its folder below this one. */
const REACHABLE = 0o755;
const FAULTS_SHOWN_MAX = 20;

const BUILT = fileURLToPath(new URL('../../../services/supervisor/dist/main.js', import.meta.url));

const output: Output = {
  say: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
};

const tellEnd = ({ figures, outcomes }: Played, faults: readonly string[], out: string): void => {
  const where = relative(process.cwd(), out);
  const { entries, sheets, findings, awards } = figures;
  output.say(
    `${entries} entries, ${sheets} sheets, ${findings} findings, marks, bonuses and values, ${awards} awards; written to ${where}`,
  );
  if (faults.length === 0) output.say(`recompute.py agrees with ${outcomes.map(({ phase }) => phase).join(', ')}`);
  else output.complain(`${faults.length} things are not as they should be`);
};

type Playing = Readonly<{
  /** The first year whose editions are played. */
  from: number;
  play: (platform: ChildPlatform, progress: Progress) => Promise<readonly string[]>;
}>;

/** The last year whose holidays, and those of the next, are shipped. */
const LAST_YEAR = 2025;

const SHIPPED = fileURLToPath(new URL('../../../libs/programmes/templates', import.meta.url));

/** Programmes that lie beside a naming, and those that are shipped. */
const around = (file: string): readonly Programme[] =>
  [dirname(file), SHIPPED].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readProgramme(join(folder, name)))
      .filter(isPlayed),
  );

/** A naming is played after the editions of its series, up to the last year that can be; undefined: nobody knows a programme of its series. */
const playingNaming = (naming: Programme, given: PlayArguments): Playing | undefined => {
  const founding = foundingOf(naming, around(given.file));
  if (founding === undefined) return undefined;
  const founded = { naming, founding };
  return {
    from: firstYearOf(founded, LAST_YEAR),
    play: async (platform, progress) => {
      const { naming: played, faults } = await playNaming(
        platform,
        founded,
        { ...given, lastYear: LAST_YEAR },
        progress,
      );
      output.say(
        `${played.subjects.length} units looked at, ${played.listed.length} listed, ${played.named.length} named; written to ${relative(process.cwd(), given.out)}`,
      );
      if (faults.length === 0) output.say('namings.py computes the same list from the log');
      return faults;
    },
  };
};

const playingEdition = (programme: Programme, given: PlayArguments): Playing => ({
  from: given.year,
  play: async (platform, progress) => {
    const { played, faults } = await playProgrammes(platform, [programme], given, progress);
    for (const one of played) tellEnd(one, faults, given.out);
    return faults;
  },
});

const playIn = async (folder: string, { from, play: playAll }: Playing): Promise<number> => {
  let platform: ChildPlatform | undefined;
  const progress = new Progress();
  try {
    platform = await ChildPlatform.start({ dataDirectory: folder, now: morningOf(firstDayOf(from)) });
    progress.tell('the platform is ready');
    const faults = await playAll(platform, progress);
    for (const fault of faults.slice(0, FAULTS_SHOWN_MAX)) output.complain(fault);
    return faults.length === 0 ? 0 : EXIT_REFUSED;
  } catch (error) {
    output.complain(`${(error as Error).stack}\n\nThe platform last said:\n${await ChildPlatform.lastWords(folder)}`);
    return EXIT_REFUSED;
  } finally {
    await platform?.stop();
  }
};

/** 0: played, and recomputed with the same result; 1: refused, not played, or something differs; 2: the call was wrong. */
const play = async (given: PlayArguments): Promise<number> => {
  if (!existsSync(BUILT)) {
    output.complain('the platform is not built yet: npm run build');
    return EXIT_USAGE;
  }
  if (!existsSync(given.file)) {
    output.complain(`there is no file ${given.file}`);
    return EXIT_USAGE;
  }
  const read = readProgramme(given.file, given.parameters);
  if (!isPlayed(read)) {
    tellNotPlayed(given.file, read, output);
    return EXIT_REFUSED;
  }
  const playing = isNaming(read.template) ? playingNaming(read, given) : playingEdition(read, given);
  const lack =
    playing === undefined
      ? 'no programme of its series lies beside it'
      : isNaming(read.template)
        ? undefined
        : lacking(read.compiled);
  if (playing === undefined || lack !== undefined) {
    output.complain(`${given.file}: ${lack}`);
    return EXIT_REFUSED;
  }
  output.say(`${read.compiled.name.join(' ')}, ${given.year}, seed ${given.seed}, on an invented province`);
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-programme-'));
  await chmod(folder, REACHABLE);
  try {
    return await playIn(folder, playing);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const [command, ...words] = process.argv.slice(2);
if (command === 'play') {
  const given = readPlayArguments(words);
  if (given === undefined) output.complain(PLAY_USAGE);
  process.exitCode = given === undefined ? EXIT_USAGE : await play(given);
} else
  process.exitCode = run(process.argv.slice(2), {
    ...output,
    // One script stands in front of both: what is not validated, shown or published may be played.
    complain: (text) => output.complain(text.endsWith(USAGE) ? `${text}\n${PLAY_USAGE}` : text),
  });
