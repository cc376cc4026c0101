import type { Said } from '../words.ts';
import type { lateUnitsZh } from '../zh/late-units.ts';

/** Texts of units that are late, English. */
export const lateUnitsEn: Said<typeof lateUnitsZh> = {
  lateUnits: {
    title: 'Units that are awaited',
    lead: 'Units that can still act and have not. A reminder reaches the officer of the unit, once a day at most, and is on record.',
    toEdition: 'Back to the campaign',
    act: 'What is awaited',
    acts: { plan: 'Planning', declare: 'Declaring', 'answer-return': 'Answering a return' },
    waiting: 'Projects',
    remindedAt: 'Last reminded',
    never: 'Not yet',
    times: '{{when}}, {{count}} in all',
    remind: {
      plan: 'Remind units that have not planned',
      declare: 'Remind units that have not declared',
      'answer-return': 'Remind units that have not answered a return',
    },
    reaches: 'A reminder goes to {{count}}:',
    nobody: 'Nobody can be reminded now.',
    send: 'Remind {{count}}',
    reminded: '{{count}} reminded',
    outcome: {
      reminded: 'reminded',
      'not-awaited': 'nothing is awaited',
      'reminded-lately': 'reminded today',
      'reminded-often': 'reminded ten times',
      'left-for-next': 'left for the next order',
    },
    emptyTitle: 'Nobody is awaited',
    empty: 'Every unit that can act has, or no stage is open now.',
  },
};
