import type { Said } from '../words.ts';
import type { rollZh } from '../zh/roll.ts';

/** Texts of the roll of an edition, English. */
export const rollEn: Said<typeof rollZh> = {
  roll: {
    title: 'The roll',
    lead: 'As of {{day}}.',
    toEdition: 'Back to the campaign',
    enters: 'Everybody on the roll enters; nobody declares anything.',
    counted: 'Numbers of awards are shares of this roll.',
    preview: 'It is not listed yet: this is what would be by what is known now. It is listed by itself on its day.',
    listed:
      'It was listed by the system. What comes to be known later changes nothing by itself: the office puts it right.',
    closed:
      'Entries have entered, and the roll changes no more. Two persons take out an entry that does not belong, on its own page.',
    total: '{{count}} on the roll',
    home: 'Units that entries belong to',
    organization: 'Organization',
    track: 'Category',
    standing: 'On the roll',
    standings: { on: 'On the roll', off: 'Not on it' },
    cause: 'Why',
    causes: {
      roll: 'There on the day',
      included: 'Put on by the office',
      excluded: 'Taken off by the office',
      'founded-later': 'Founded after the day',
      'ended-before': 'At its end by the day',
      'need-unmet': 'Known not to be what the template needs',
      'need-undecided': 'Not known whether it is what the template needs: look it up, and say so or take it off',
      'known-later': 'Known only later to have been there',
      'ended-by-now': 'Known only later to have ended',
    },
    confirm: 'It meets them',
    confirmLead: 'It meets the needs and stays on the roll; say what you go by. It can be taken off afterwards.',
    exclude: 'Take off',
    include: 'Put on',
    excludeLead: 'It is not judged then, and not counted. It can be put on again until entries enter.',
    includeLead: 'It is judged then, and counted. It can be taken off again until entries enter.',
    emptyTitle: 'No organization',
    empty: 'No organization fits.',
  },
};
