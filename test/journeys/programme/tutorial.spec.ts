import { describe, expect, it } from '@jest/globals';
import { blocksOf, followTutorial, readTutorial, writeAnswers } from './tutorial.ts';

describe('the tutorial of programmes', () => {
  const answered = followTutorial(false);
  if (process.env['JIANGONG_WRITE_TUTORIAL'] === '1') writeAnswers(answered);

  it.each(answered.map(({ block, answer }, at) => [at + 1, block.command, block.answer, answer] as const))(
    '%d: %s answers what stands under it',
    (_, __, written, answer) => expect(written).toBe(answer),
  );

  it('refuses what is empty and what is not thought out, and takes what is', () => {
    const [empty, first, works] = answered.map(({ answer }) => answer);
    expect(empty).toContain('NOT_A_MAP');
    expect(first?.split('\n').filter((line) => line.startsWith('essays.yaml:'))).toHaveLength(5);
    expect(works).toMatch(/essays, valid, [0-9a-f]{64}$/u);
    const [two, books, shown] = answered.slice(-3).map(({ answer }) => answer);
    expect(two).toMatch(/model-branches, valid, [0-9a-f]{64}$/u);
    expect(books).toMatch(/reading-offices, valid, [0-9a-f]{64}$/u);
    expect(shown).toMatch(/shown\.yaml:\d+:\d+ \$\.sources\.readers\.shown PANEL_RULE_NOT_YET/u);
  });

  it('leaves no block that nobody runs', () => {
    const text = readTutorial();
    const fences = text.split('\n').filter((line) => line.startsWith('```')).length;
    expect(blocksOf(text)).toHaveLength(fences / 2);
  });
});
