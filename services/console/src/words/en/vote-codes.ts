import type { Said } from '../words.ts';
import type { voteCodesZh } from '../zh/vote-codes.ts';

/** Texts of votes of the public by codes, English. */
export const voteCodesEn: Said<typeof voteCodesZh> = {
  codeVote: {
    title: 'Vote by a code',
    lead: 'Type or scan the code on your slip, choose a level and confirm; no account is needed, and each code is one vote.',
    visitor: 'Say what you think of a line or a unit, by a code that it handed out',
    code: 'Code',
    open: 'Open',
    next: 'Next',
    confirm: 'Confirm the vote',
    about: 'About: {{entry}}',
    final: 'Once handed in it can be neither changed nor looked up.',
    voted: 'Handed in, thank you. This code is good no more.',
    begun: 'A vote was begun on this device and not handed in: go on with it.',
    notYet: 'Voting has not begun: come again after {{at}}, and keep the code.',
    secret: 'Why it is secret',
    why: 'No name stands with a code. Your browser makes a token and has it signed unseen; the ballot is handed in by itself, without the code, without a time or an order, and the platform can not tell which ballot came by which code. Until then do not clear the browser’s data nor change to another device.',
  },
  voteCodes: {
    title: 'Codes',
    lead: 'Good for a vote from {{at}} on; an entry with fewer than {{least}} votes is not counted.',
    make: 'Make codes',
    makeLead:
      'Codes are shown once and kept nowhere. Print them, cut them apart, and hand them to whoever is served, without a list of names; fewer than {{least}} votes are not counted, so hand out more.',
    count: 'How many',
    at: 'Made at',
    used: 'Used',
    none: 'No codes have been made yet.',
    shown: 'New codes: {{entry}}',
    shownLead: 'They are shown here once. To vote: {{address}}',
    scan: 'QR code that opens the vote',
    slip: 'Scan to vote, or open {{address}} and type the code above. One code, one vote, no name.',
    notShown: 'These codes were made, and can not be shown again. Void them, and make others.',
    print: 'Print the codes',
    propose: 'Propose to void',
    proposeLead:
      '{{made}} codes of “{{entry}}”: once another person carries it out, what is unused is good no more; votes that were cast stay.',
    carryOut: 'Void',
    carryOutLead:
      '{{made}} codes of “{{entry}}”, for this reason: {{why}}. What is unused is good no more, for ever; others can be made.',
    reject: 'Let them stand',
    rejectLead: 'The codes of “{{entry}}” stay good.',
    proposed: 'Proposed by {{name}}: {{why}}',
    standing: { good: 'Good', 'voiding-proposed': 'Waits for a second person', void: 'Void, {{count}} unused' },
  },
};
