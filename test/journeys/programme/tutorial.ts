import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TUTORIAL = join(import.meta.dirname, '../../../libs/programmes/TUTORIAL.md');
const MAIN = join(import.meta.dirname, 'main.ts');
const COMMAND = 'npm run --silent programme -- ';

/** A file that the reader writes, or a command with what stands under it. */
export type Block =
  | Readonly<{ kind: 'file'; name: string; text: string }>
  | Readonly<{ kind: 'command'; command: string; answer: string; at: number; length: number }>;

const FENCE = /^```(yaml|console)(?: (\S+))?\n((?:(?!```).*\n)*)```$/gmu;

export const blocksOf = (text: string): readonly Block[] =>
  [...text.matchAll(FENCE)].map(({ index: at, 0: whole, 1: kind, 2: name = '', 3: inner = '' }): Block => {
    if (kind === 'yaml') return { kind: 'file', name, text: inner };
    const [first = '', ...rest] = inner.split('\n');
    const [command, answer] = [first.replace('$ ', ''), rest.join('\n').trimEnd()];
    return { kind: 'command', command, answer, at, length: whole.length };
  });

export const readTutorial = (): string => readFileSync(TUTORIAL, 'utf8');

const needsPlay = (command: string): boolean => command.startsWith(`${COMMAND}play`) || command.startsWith('cat ');

const answerTo = (command: string, folder: string): string => {
  const [, shown] = /^cat (\S+)$/u.exec(command) ?? [];
  if (shown !== undefined) return readFileSync(join(folder, shown), 'utf8').trimEnd();
  if (!command.startsWith(COMMAND)) throw new Error(`the tutorial has a command that nobody runs: ${command}`);
  const words = command.slice(COMMAND.length).split(' ');
  const { stdout, stderr } = spawnSync(process.execPath, ['--conditions=source', '--no-warnings', MAIN, ...words], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return `${stdout}${stderr}`.trimEnd();
};

export type Answered = Readonly<{ block: Extract<Block, { kind: 'command' }>; answer: string }>;

/**
 * Does what the tutorial says, in its order, in a folder of its own. `playing`: also what starts a platform, and what is read of what
 * that left.
 */
export const followTutorial = (playing: boolean): readonly Answered[] => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-tutorial-'));
  try {
    const answered: Answered[] = [];
    for (const block of blocksOf(readTutorial())) {
      if (block.kind === 'file') {
        writeFileSync(join(folder, block.name), block.text);
        continue;
      }
      if (!playing && needsPlay(block.command)) continue;
      answered.push({ block, answer: answerTo(block.command, folder) });
    }
    return answered;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The answers put in the place of what stands under the commands. */
export const writeAnswers = (answered: readonly Answered[]): void => {
  const text = answered
    .toReversed()
    .reduce(
      (before, { block, answer }) =>
        `${before.slice(0, block.at)}\`\`\`console\n$ ${block.command}\n${answer}\n\`\`\`${before.slice(block.at + block.length)}`,
      readTutorial(),
    );
  writeFileSync(TUTORIAL, text);
};

/** No two runs take the same time. */
export const withoutTimes = (answer: string): string => answer.replaceAll(/^ *\d+\.\d s {2}/gmu, '… s  ');
