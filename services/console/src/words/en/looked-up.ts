import type { Said } from '../words.ts';
import type { lookedUpZh } from '../zh/looked-up.ts';

/** Texts of what is looked up before a body decides, English. */
export const lookedUpEn: Said<typeof lookedUpZh> = {
  facts: {
    title: 'What has to be looked up',
    lead: 'What rules of awards ask and no result holds is looked up by the office, entry by entry; where an answer is wrong, another person puts it right. It serves the decision and is told to nobody else.',
    awaits: 'Waiting for an answer: {{count}}. Minutes are recorded once all are answered.',
    complete: 'Everything is answered.',
    none: 'No award waits for an answer.',
    awaited: 'Awaited',
    known: 'The decision over the rating before says: {{value}}. Answer with that.',
    possible: 'May be asked, by what the body chooses',
    corrected: 'times put right: {{count}}',
    basis: 'It goes by',
    hasFile: 'With a document (hash {{hash}})',
    say: 'Answer',
    correct: 'Put right',
    sayTitle: 'Answer: {{name}}',
    correctTitle: 'Put right: {{name}}',
    value: 'What was found',
    yes: 'Yes',
    no: 'No',
    other: 'None of these',
    file: 'Document (may be left out; its hash alone is kept, the office keeps the document)',
    done: 'Answered',
    put: 'Put right',
    hindrance: {
      OWN_ENTRY: 'It is your own: somebody else answers',
      OWN_ORGANIZATION: 'It is of where you belong: somebody else answers',
      OWN_ANSWER: 'You answered it: another person puts it right',
    },
  },
};
