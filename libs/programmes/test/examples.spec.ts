import { describe, expect, it } from '@jest/globals';
import { canonicalText, phaseTablesOf, readCanonical, stageWindows, templateHash } from '../src/index.ts';
import { shippedHolidays } from '@jiangong/calendar';
import { validateOutcome, validatePhases } from '@jiangong/scoring';
import { compiledOf, EXAMPLES, judged, namesIn, SHIPPED, templateOf, textOf } from './template-files.ts';

const POLICIES = ['s8-shandong-policy'];
const templates = [...namesIn(EXAMPLES), ...namesIn(SHIPPED)].filter((name) => !POLICIES.includes(name));

/** Those whose every source the engine computes: all of them. */
const COMPUTED = [
  'advanced-collectives',
  'approval-poll',
  'branch-checklist',
  'branch-debrief',
  'branch-meeting',
  'civilized-units',
  'democratic-appraisal',
  'demonstration-points',
  'demonstration-recheck',
  'expert-bands',
  'fifty-years',
  'four-exams',
  'four-excellent',
  'four-strong',
  'graded-appraisal',
  'jiangong-edition',
  'labour-recommendation',
  'lecture-contest',
  'mass-recommendation',
  'model-branches',
  'p01-jiangong',
  'p02-pacesetters',
  'p03-four-exams',
  'p04a-four-strong',
  'p04b-four-excellent',
  'p05-vanguard-lines',
  'p06-unit-appraisal',
  'p07-debrief',
  'p08a-points-recheck',
  'p08b-points-naming',
  'p08c-stars',
  'p09-two-excellences',
  'p10-civilized',
  'p11-upward',
  'p12a-lecture-contest',
  'p12b-works-call',
  'p12c-skills',
  'p13-fifty-years',
  'p14-brands',
  'p15-promises',
  'pacesetters',
  'paper-debrief',
  'paper-recommendation',
  'party-brands',
  'peer-abcd',
  'promises',
  's2-peer-abcd',
  's3-stars-share-cap',
  's4-checklist',
  's5-expert-bands',
  's6-bonus-highest',
  's7-hebei-notices',
  's8-shandong-quotas',
  'secretary-debrief',
  'skills-contest',
  'skills-on-stage',
  'star-branches',
  'two-excellences',
  'unit-appraisal',
  'vanguard-lines',
  'works-call',
  'works-call-public',
];

describe('every programme that was tried on paper is a template', () => {
  it('28 of them, one a policy', () => expect(namesIn(EXAMPLES)).toHaveLength(28));

  it.each(templates)('%s is valid, compiles, and has dates in every year whose holidays are known', (name) => {
    const compiled = compiledOf(templateOf(textOf(name)));
    for (const year of [2021, 2022, 2023, 2024]) {
      const windows = stageWindows(compiled.calendar, { year, holidays: shippedHolidays });
      if ('reason' in windows) throw new Error(windows.reason);
      expect(new Set(windows.map(({ stageId }) => stageId)).size).toBe(compiled.calendar.length);
      expect(windows.every(({ opensOn, closesOn }) => opensOn <= closesOn)).toBe(true);
    }
  });

  it.each(templates)('%s is read back from its canonical text, and is the same', (name) => {
    const template = templateOf(textOf(name));
    const again = readCanonical(canonicalText(template));
    expect(again).toEqual({ kind: 'template', template });
    expect(again.kind === 'template' && templateHash(again.template)).toBe(templateHash(template));
  });

  it('a policy is told from a template', () =>
    expect(judged(textOf('s8-shandong-policy'))).toEqual({
      kind: 'policy',
      policy: {
        policy: {
          by: 'province',
          binds: { city: { commendations: 2, in: 'year' }, county: { commendations: 1, in: 'year' } },
          cycle: '5y',
          nameUnlike: 'superior',
          counts: ['honour'],
        },
      },
    }));

  it('says of which of them the engine computes every source', () =>
    expect(
      templates.filter((name) => phaseTablesOf(compiledOf(templateOf(textOf(name)))) !== undefined).sort(),
    ).toEqual(COMPUTED));

  it.each(COMPUTED)('%s: the engine takes its tables', (name) => {
    const compiled = compiledOf(templateOf(textOf(name)));
    const tables = phaseTablesOf(compiled);
    const outcome = compiled.outcome.map(({ ranking }) => ranking);
    expect(validateOutcome(outcome)).toEqual({ kind: 'valid', value: outcome });
    if (compiled.phases.length > 0) expect(validatePhases(tables)).toEqual({ kind: 'valid', value: tables });
  });

  it('no two have one hash', () =>
    expect(new Set(templates.map((name) => templateHash(templateOf(textOf(name))))).size).toBe(templates.length));
});
