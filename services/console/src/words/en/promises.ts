/** Texts of promises on a roll, English. */
export const promisesEn = {
  promises: {
    title: 'My promises',
    lead: 'What you, and the branch or unit that you speak for, promise on a roll: written and changed while the stage of promising is open, reported afterwards.',
    noneTitle: 'Nothing to promise',
    none: 'Neither you nor an organization that you speak for stands on a roll that asks for promises.',
    nothing: 'Nothing has been promised yet.',
    brought: 'Promised',
    awaited: 'Waiting for the promise',
    overdue: 'Late: nothing promised',
    planUntil: 'To be written by {{until}}',
    deliverUntil: 'To be reported by {{until}}',
    closed: 'Neither promises nor reports are taken at the moment.',
    write: 'Write promises',
    amend: 'Change promises',
    writeLead:
      'This is all that is promised, in the place of what was written before. Remove everything and submit to take it all back. The words are stored encrypted.',
    send: 'Submit promises',
    done: 'Promises submitted',
  },
};
