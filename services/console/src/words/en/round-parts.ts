/** Texts of a result that committees of units decide, English. */
export const roundPartsEn = {
  parts: {
    ofUnit: 'What your unit does here',
    title: 'Decided by units',
    lead: 'The Party committee of each unit decides over this result, or the meeting of each branch where the template says so: over its own alone, while numbers count as the template says, for all together or within each branch. For a unit that has not decided in time the body above decides, with its reason.',
    table: 'What each unit decided',
    unit: 'Unit',
    entries: 'Entries',
    status: 'How far',
    minutes: 'Minutes',
    open: 'Open',
    waits: 'Waits for its decision',
    none: 'There is no unit here that you may read.',
    progress: '{{done}} of {{count}} units have decided',
    superiorReason: 'Why the body above decides',
    superiorHint:
      'Needed for a unit or branch that could have decided and did not in time, and for a branch that is too small; not where a committee can reach no quorum for those recused.',
    above: 'Decided by the body above, because',
    circular: 'circular',
    noticeAbove: 'Published by the office above, because',
    circularAbove: 'Issued by the office above, because',
    publishForLead:
      'The unit publishes this part itself. Once the stage of the notice is over and it has not, the office may in its place, with a reason.',
    publishFor: 'Publish for the unit',
    issueForLead:
      'The unit issues the circular of this part itself. Once the stage for it is over and it has not, the office may in its place, with a reason.',
  },
};
