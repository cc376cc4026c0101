/** Which answers a public fact may have changed, by the service that told it: the first words of their keys. */
export const TOUCHED: readonly Readonly<{ facts: RegExp; keys: readonly string[] }>[] = [
  {
    facts: /merit_projects/u,
    keys: [
      ...['work', 'entries', 'entry', 'editions', 'rounds', 'public', 'own-notices', 'problems', 'problem', 'policies'],
      ...['holidays', 'case-proposals', 'my-plans'],
    ],
  },
  { facts: /organizations/u, keys: ['organizations'] },
  { facts: /membership/u, keys: ['me', 'work', 'people'] },
  {
    facts: /evaluation/u,
    keys: [
      ...['work', 'entries', 'entry', 'rounds', 'contest', 'my-sheets', 'honours', 'public', 'appeals', 'ballots'],
      ...['bonuses', 'checklists', 'measures', 'paper-boxes'],
    ],
  },
  { facts: /notifications/u, keys: ['work', 'inbox'] },
];

/** Answers that no fact touches while their page is open, each with why. */
export const UNTOUCHED: Readonly<Record<string, string>> = {
  account: 'One’s own account is changed by its owner, and security notices are asked for again with the page.',
  audit: 'The log is read as of a moment, which stands in the address.',
  batch: 'A batch that was tried out is looked at as it was found.',
  clearance: 'Reading an opinion is recorded: it is opened by a button, and not again by itself.',
  'entry-to-score':
    'What an evaluator reads stands still while he scores; the sheet is brought up to date by its own saver.',
  export: 'A file is made as of when it was asked for.',
  objection: 'Reading an objector’s data is recorded: it is opened by a button, and not again by itself.',
  operations: 'Asked for every second, or with the page.',
  'sheet-desk': 'A sheet is written into: its saver says what another device changed.',
  'sheet-distribution': 'Of one’s own marks, asked for before they are sealed.',
  'sheet-receipt': 'A receipt does not change.',
  'template-check': 'Of the text that one types.',
  templates: 'Adopted seldom, by whoever looks at the list.',
};
