import type { Said } from '../words.ts';
import type { rollZh } from '../zh/roll.ts';

/** Texts of the roll of an edition, English. */
export const rollEn: Said<typeof rollZh> = {
  roll: {
    title: 'The roll',
    lead: 'As of {{day}}.',
    toEdition: 'Back to the campaign',
    enters: 'Everybody on the roll enters; nobody declares anything.',
    enterPeople:
      'The platform computed this list from membership and standing; nobody declares anything. It keeps whether each meets the needs, and not since when he is a member. Each unit looks at its own people, and the office puts on whoever was missed; to take somebody off, one person proposes it and another carries it out.',
    enrolsPeople:
      'Every full member of the day enters, without declaring anything. The roll goes by membership, and keeps whether each meets the needs, not since when he is a member; who moves afterwards is judged where he stood.',
    bringsHolders:
      'Whoever held the office on the day and meets the needs enters, and brings his own report in its stage; who brings none enters all the same, and is shown as overdue. Who holds several offices is judged once. The roll goes by what organizations tell, and keeps whether each meets the needs, not since when he is in office; who leaves or moves afterwards is judged where he stood.',
    brings:
      'Everybody on the roll enters, and declares itself in its stage; who does not enters all the same, and is shown as overdue.',
    toBrought: 'See who has declared and who is overdue',
    counted: 'Numbers of awards are shares of this roll.',
    preview: 'It is not listed yet: this is what would be by what is known now. It is listed by itself on its day.',
    listed:
      'It was listed by the system. What comes to be known later changes nothing by itself: the office puts it right.',
    closed:
      'Entries have entered, and the roll changes no more. Two persons take out an entry that does not belong, on its own page.',
    total: '{{count}} on the roll',
    totalPeople: '{{count}} people on it',
    person: 'Name',
    toEntry: 'See, confirm or propose to take off',
    toMember: 'See how he is judged',
    peopleTitle: 'List of people',
    membersTitle: 'Roll of members',
    holdersTitle: 'Roll of office-holders',
    peoplePreview:
      'It is not made yet: this is what would be by what is known now. It is made by itself when its stage opens.',
    rollOfPeople: 'Meets the needs as of the day',
    peopleEnded: 'Known only after the listing not to meet the needs any more (died, moved away)',
    addMissed: 'Put on who was missed',
    addMissedLead:
      'A member whom the platform did not find, and who belongs on the list: say what you go by (application for admission, file). The unit still looks at him.',
    addMemberLead:
      'Somebody who was a full member on the day and whom the platform did not find: say what you go by (application for admission, file). He enters then, and is counted.',
    addHolderLead:
      'Somebody who held the office on the day, belongs here and whom the platform did not list: say what you go by (letter of appointment). He enters then, and is counted.',
    missedPerson: 'Member who was missed',
    uncounted: 'not counted yet; if it never is, those who were let in are the whole',
    sayCount: 'Say how many',
    count: 'Say how many: {{name}}',
    countLead:
      'Nobody of this category stands in the tree of organizations: the office says how many there are, and shares are taken of that. It can be put right until entries enter.',
    howMany: 'How many',
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
      'exited-before': 'Had died, or was no member any more, by the day',
      'left-office': 'Had left the office by the day',
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
