import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storyDifferences, type Told } from './story-differences.ts';

const SHOWN_MAX = 40;
const EXIT_DIFFERENT = 1;
const EXIT_USAGE = 2;

const read = async (folder: string): Promise<Told> => {
  const text = (...path: readonly string[]): Promise<string> => readFile(join(folder, ...path), 'utf8');
  const years = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const editions: Record<string, Told['editions'][string]> = {};
  for (const year of years)
    editions[year] = {
      'scheme.json': await text(year, 'scheme.json'),
      'score-sheets.json': await text(year, 'score-sheets.json'),
      'result.json': await text(year, 'result.json'),
    };
  return { events: await text('events.jsonl'), editions };
};

const [one, other, ...rest] = process.argv.slice(2);
if (one === undefined || other === undefined || rest.length > 0) {
  process.stderr.write(
    'usage: node test/journeys/same-story/main.ts DIR DIR   (two folders of npm run demo -- --out)\n',
  );
  process.exitCode = EXIT_USAGE;
} else {
  const [left, right] = [await read(one), await read(other)];
  const differences = storyDifferences(left, right);
  if (differences.length > 0) process.exitCode = EXIT_DIFFERENT;
  process.stdout.write(
    differences.length === 0
      ? `the same story: ${Object.keys(left.editions).join(', ')}; result.json and scheme.json byte for byte, ${left.events.trimEnd().split('\n').length} events\n`
      : `${differences.length} differences:\n${differences
          .slice(0, SHOWN_MAX)
          .map((difference) => `  ${difference}\n`)
          .join('')}`,
  );
}
