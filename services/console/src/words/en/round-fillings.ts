import type { Said } from '../words.ts';
import type { roundFillingsZh } from '../zh/round-fillings.ts';

/** Texts of a round that follow from what fills it, English. */
export const roundFillingsEn: Said<typeof roundFillingsZh> = {
  choice: {
    open: 'Choosing',
    closesAt: 'Closes {{date}}',
    opened: 'The choice has begun',
    opensItself:
      'A round opens by itself when its stage begins and all entries have come. One that was not ready then is opened by hand while the stage lasts.',
    openByHand: 'Open by hand',
    openNow: 'Open the choice',
    rules: 'How it is chosen',
    rulesOpen: 'By the edition; frozen when the choice opens',
    next: { wait: 'Begins by itself', collect: 'Closes by itself; then the list is made', tally: 'Make the list' },
    tally: {
      title: 'Make the list',
      lead: 'This lists the entries among which the body chooses. Afterwards changes are for discipline inspection.',
      do: 'Make the list',
      done: 'The list is made',
    },
    noResult: 'Once it has closed an officer makes the list, and the body chooses from it.',
  },
  votes: {
    open: 'Voting',
    closesAt: 'Voting closes {{date}}',
    opened: 'Voting has begun',
    opensItself:
      'A round opens by itself when its stage begins and all entries have come. One that was not ready then is opened by hand while the stage lasts.',
    openByHand: 'Open by hand',
    openNow: 'Open the vote',
    rules: 'How it is voted',
    rulesOpen: 'By the edition; frozen when the vote opens',
    next: { wait: 'Voting begins by itself', collect: 'See the turnout', tally: 'Tally the vote' },
    tally: {
      title: 'Tally the vote',
      lead: 'This computes the result of the counted votes by the frozen rules, on record. Afterwards changes are for discipline inspection.',
      do: 'Tally the vote',
      done: 'The vote is tallied',
    },
    noResult: 'Once voting has closed and the ballots were opened an officer tallies; nobody sees a result before.',
  },
  marks: {
    open: 'Scoring',
    closesAt: 'Scoring closes {{date}}',
    opened: 'Scoring has begun',
    opensItself:
      'A round opens by itself when its stage begins and all entries have come. One that was not ready then is opened by hand while the stage lasts.',
    openByHand: 'Open by hand',
    openNow: 'Open scoring',
    rules: 'How it is scored',
    rulesOpen: 'By the edition; frozen when scoring opens',
    next: {
      wait: 'Begins by itself; check the evaluators meanwhile',
      collect: 'See progress, remind who is late',
      tally: 'Open the sheets and tally',
    },
    tally: {
      title: 'Open the sheets and tally',
      lead: 'This opens the sheets that were handed in, on record, and computes the ranks by the frozen rules. Afterwards changes of evaluators and recusals are for discipline inspection.',
      do: 'Open and tally',
      done: 'Opened and tallied',
    },
    noResult: 'Once scoring has closed an officer opens the sheets; nobody sees a score before.',
  },
};
