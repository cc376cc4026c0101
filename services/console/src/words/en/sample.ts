import type { Said } from '../words.ts';
import type { sampleZh } from '../zh/sample.ts';

/** Texts of the sample of a template, English. */
export const sampleEn: Said<typeof sampleZh> = {
  sample: {
    title: 'Preview with a sample',
    show: 'See what an edition by these numbers would look like',
    unfold: 'Unfold the sample: days, papers and result',
    invented:
      'The sample stands on the days of {{year}}; names, marks and awards are invented. Where a year’s holidays are not announced yet, weekends alone are left out.',
    beyond: 'The numbers are beyond what the programme allows; mend them to see the preview.',
    notYet: 'The sample stands here once nothing is wrong with the programme.',
    days: 'Days',
    papers: 'What people fill',
    paper: {
      panel: 'Score sheet',
      checklist: 'Check-list',
      ballot: 'Ballot paper',
      bonus: 'Claim of bonuses',
      measure: 'Form of measured values',
    },
    by: 'filled by: {{who}}',
    group: 'Group',
    asked: { panel: 'Criterion', checklist: 'Item', ballot: 'Question', bonus: 'Bonus', measure: 'Value' },
    how: 'How it is filled',
    example: 'For example',
    within: 'Ranked within',
    outcome: 'Result',
    more: '({{count}} in all)',
    chosen: 'chosen by the body, {{count}} at most',
    nobody: 'nobody in the sample',
  },
};
