/** Texts of polls that are held on paper, English. */
export const paperBoxesEn = {
  paperBoxes: {
    title: 'Papers counted',
    none: 'No vote on paper',
    noneWhy: 'Nothing is voted on paper in this round.',
    floors:
      'Counted from {{least}} papers handed out and valid, and {{share}}% of those handed out valid; with more papers found than handed out the vote is void.',
    act: 'Counting',
    own: 'This concerns you: others count',
    byYou: 'You counted or confirmed it: others correct it',
    count: 'Count papers',
    countAll: 'Count {{count}} entries together',
    correct: 'Count again',
    countLead:
      'It stands once another person confirms it. Valid are the papers found less those invalid; to each question the levels add up to them.',
    pickLead:
      'It stands once another person confirms it. Names that stand on one paper are counted together: the papers first, then how often each name was picked.',
    onePaper: 'One paper: {{count}} names, {{each}} picked at most',
    pickedBeyond: 'A paper that picks more names than it may is invalid: count it as such.',
    picks: '{{picked}} picks; the valid papers may hold {{most}}',
    needsSheet: 'Add a photograph or scan of the tally sheet',
    handedOut: 'Handed out',
    found: 'Found',
    invalid: 'Invalid',
    number: 'How many papers?',
    adds: '{{sum}} told by level, {{valid}} valid',
    voidNow: 'More were found than handed out: this vote is void, and nothing more is counted.',
    counted: 'Recorded: it waits for another person.',
    confirm: 'Confirm',
    confirmLead: 'I counted the same papers, and found the same.',
    confirmed: 'Confirmed.',
    contradict: 'Contradict',
    contradictLead:
      'This count holds no longer, and the papers are counted again. Whoever counted takes a mistake back so, too.',
    contradicted: 'Sent back: count again.',
    open: 'Open the count',
    openLead:
      'It can be opened once two persons counted about every entry. From then on nothing of it changes, and the result is computed from it; where it is wrong, only the whole round can be annulled, and the vote is held anew.',
    opened: 'The count is opened.',
    stands:
      'The count is opened and stands. Where it is wrong, two persons can only annul the round, and the vote is held anew.',
    toAnnul: 'Propose to annul the round',
    overtaken: 'Overtaken by what two persons counted later: it counts no longer.',
    counts: 'Counts',
    papers: '{{handedOut}} handed out, {{found}} found, {{invalid}} invalid',
    sheet: 'Tally sheet {{number}}',
    settledBy: 'settled by {{name}}',
    why: 'Counted again because: {{why}}',
    contradiction: 'What was wrong: {{why}}',
    standing: {
      uncounted: 'Not counted',
      waiting: 'Waits for a second person',
      confirmed: 'Counted by two',
      contradicted: 'Contradicted',
    },
    result: {
      counted: 'Counted',
      BOX_VOID: 'Void: more papers than handed out',
      VOTERS_BELOW_MINIMUM: 'Too few: not counted',
      TURNOUT_BELOW_FLOOR: 'Turnout too low: not counted',
    },
  },
};
