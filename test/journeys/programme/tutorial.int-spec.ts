import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Answered, followTutorial, writeAnswers, withoutTimes } from './tutorial.ts';

const PLAYED_WITHIN_MS = 480_000;

describe('the tutorial of programmes, to the end', () => {
  let answered: readonly Answered[] = [];

  beforeAll(() => {
    answered = followTutorial(true);
    if (process.env['JIANGONG_WRITE_TUTORIAL'] === '1') writeAnswers(answered);
  }, PLAYED_WITHIN_MS);

  it('plays what it wrote, and shows what that came to', () => {
    for (const { block, answer } of answered) expect(withoutTimes(block.answer)).toBe(withoutTimes(answer));
    const commands = answered.map(({ block }) => block.command);
    expect(commands.filter((command) => command.includes(' play '))).toHaveLength(3);
  });

  it('is recomputed with the same result, and refuses what is not played yet', () => {
    const [played, books, refused] = answered
      .filter(({ block }) => block.command.includes(' play '))
      .map(({ answer }) => answer);
    expect(played).toContain('recompute.py agrees with main');
    expect(books).toContain('recompute.py agrees with reading, judging');
    expect(refused).toContain('PANEL_RULE_NOT_YET');
  });
});
