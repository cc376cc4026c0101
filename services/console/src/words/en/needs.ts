/** Texts of what a template needs of what is put forward, English. */
export const needsEn = {
  needs: {
    title: 'What it needs',
    asOf: 'as of {{day}}',
    met: 'Met',
    unmet: 'Not met',
    undetermined: 'Not known to the platform',
    found: 'Found: {{found}}',
    unknown: 'The reviewer, or where there is no review whoever clears, looks it up; it keeps nobody from declaring.',
    answered: { met: 'Looked up: it is met', unmet: 'Looked up: it is not met' },
    cannot: 'A need is not met: it can not be declared. Where the register is wrong, have it put right first.',
    ground: 'What the answer goes by',
    groundHint: 'Needed whether it is met or not: “register of elections”, for example. The unit can read it.',
    answerFirst: 'Answer “{{item}}” first, and say what the answer goes by',
    share: {
      branches: 'Places: {{taken}} of {{quota}} taken (one per {{onePer}} branches, branches as of {{day}}: {{count}})',
      members:
        'Places: {{taken}} of {{quota}} taken (one per {{onePer}} Party members, members as of {{day}}, on probation too: {{count}})',
    },
    stands: 'The number stands since the first declaration: whoever comes or goes changes it no more.',
  },
};
