import type { Said } from '../words.ts';
import type { ballotsZh } from '../zh/ballots.ts';

/** Texts of secret ballots, English. */
export const ballotsEn: Said<typeof ballotsZh> = {
  ballots: {
    title: 'Secret ballots',
    why: 'Your browser makes a token and covers it before it is signed: the platform knows that you were given one, and can not tell which. You vote without being signed in; ballots keep no time and no order, and are opened only after the end, sorted by their tokens.',
    noneTitle: 'No secret ballot',
    none: 'There is no secret ballot that you have a vote in.',
    noneYet: 'The ballot is set when the round opens; before that there are no tokens and no votes.',
    untilIssued: 'Tokens are issued until {{at}}. Then the box opens, and none are issued any more.',
    untilClosed: 'Vote until {{at}}.',
    collect: 'Collect my token',
    collected: 'Collected: your token is kept in this browser',
    kept: 'Your token is kept in this browser; you can vote from {{at}} on. Save a copy before you clear its data or use another device.',
    copyOut: 'Save a copy of my token',
    copyIn: 'Load a copy of my token',
    copyWrong: 'This is no copy of a token for this ballot.',
    lost: 'Your token was issued, but is not in this browser. It is issued once and can not be replaced: use the device that you collected it with, or load your copy.',
    noTokens:
      'There is no token in this browser: it has voted, or is on another device or in your copy. The platform does not know which.',
    neverCollected: 'Tokens are issued no longer, and you did not collect one: you can not vote in this ballot.',
    vote: 'Vote',
    voteTitle: 'Vote: {{entry}}',
    final: 'A token votes once. A vote can not be changed, nor looked up.',
    level: 'Your appraisal',
    voted: 'Voted: the token is gone from this browser',
    turnout: 'Ballots',
    entry: 'Entry',
    issued: 'Tokens issued',
    cast: 'Ballots cast',
    atLeast: '{{count}} or more',
    state: 'State',
    stage: { collecting: 'Tokens are issued', voting: 'Voting', closed: 'Opened', annulled: 'Annulled' },
    standing: {
      waiting: 'Under way',
      counted: 'Counted',
      VOTERS_BELOW_MINIMUM: 'Too few: not counted',
      TURNOUT_BELOW_FLOOR: 'Turnout too low: not counted',
    },
    issueUntil: 'tokens until {{at}}',
    voters: '{{count}} have collected',
    floors: 'Counted only with {{least}} tokens and ballots at least, and a turnout of {{share}}% or more.',
    inSteps: 'Until the opening in steps of five only: nobody sees a choice, nor who has voted.',
  },
};
