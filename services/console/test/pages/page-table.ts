import { DECIDED_OTHERWISE } from './decided-pages.ts';
import { MEASURED } from './measured-pages.ts';
import { PANELS } from './panel-pages.ts';
import { SAMPLE } from './sample-pages.ts';
import type { ShownPage } from './shown-page.ts';

/** First review under way: a third each cleared, asked about, and waiting. */
const REVIEWED: readonly ShownPage[] = [
  { name: 'review-latest', route: '/review', at: () => '/review', as: 'inspector', place: 'reviewed' },
  {
    ...{ name: 'review', route: '/editions/$editionId/review', as: 'officer', place: 'reviewed' },
    at: ({ edition }) => `/editions/${edition}/review`,
  },
  {
    ...{ name: 'clearances', route: '/editions/$editionId/clearances', as: 'inspector', place: 'reviewed' },
    at: ({ edition }) => `/editions/${edition}/clearances`,
  },
  {
    ...{ name: 'entry', route: '/entries/$entryId', as: 'officer', place: 'reviewed' },
    at: ({ entry }) => `/entries/${entry}`,
  },
  {
    ...{ name: 'stream', route: '/audit/streams/$stream', as: 'auditor', place: 'reviewed' },
    at: ({ stream }) => `/audit/streams/${stream}`,
  },
];

/** Notices run; somebody has objected. */
const NOTICED: readonly ShownPage[] = [
  {
    ...{ name: 'notices', route: '/editions/$editionId/notices', as: 'officer', place: 'noticed' },
    at: ({ edition }) => `/editions/${edition}/notices`,
  },
  {
    ...{ name: 'objections', route: '/editions/$editionId/objections', as: 'officer', place: 'noticed' },
    at: ({ edition }) => `/editions/${edition}/objections`,
  },
  {
    ...{ name: 'public-notices', route: '/public/notices', as: 'visitor', place: 'noticed', onPhone: true },
    at: () => '/public/notices',
  },
  {
    ...{ name: 'public-notice', route: '/public/notices/$entryId', as: 'visitor', place: 'noticed', onPhone: true },
    at: ({ entry }) => `/public/notices/${entry}`,
  },
  {
    ...{ name: 'public-objection', route: '/public/objections', as: 'visitor', place: 'noticed', onPhone: true },
    at: () => '/public/objections',
  },
];

/** Half of the sheets are sealed. */
const SCORED: readonly ShownPage[] = [
  {
    ...{ name: 'sheet', route: '/rounds/$roundId/sheet', as: 'expert', place: 'scored', onPhone: true },
    at: ({ round }) => `/rounds/${round}/sheet`,
  },
  { name: 'my-sheets', route: '/my-sheets', at: () => '/my-sheets', as: 'expert', place: 'scored' },
  {
    ...{ name: 'own-recusals', route: '/rounds/$roundId/recusals', as: 'expert', place: 'scored' },
    at: ({ round }) => `/rounds/${round}/recusals`,
  },
  {
    ...{ name: 'panel', route: '/rounds/$roundId/panel', as: 'officer', place: 'scored' },
    at: ({ round }) => `/rounds/${round}/panel`,
  },
  {
    ...{ name: 'seats', route: '/rounds/$roundId/seats', as: 'officer', place: 'scored' },
    at: ({ round }) => `/rounds/${round}/seats`,
  },
  {
    ...{ name: 'round-proposals', route: '/rounds/$roundId/proposals', as: 'officer', place: 'scored' },
    at: ({ round }) => `/rounds/${round}/proposals`,
  },
  {
    ...{ name: 'rounds', route: '/editions/$editionId/rounds', as: 'officer', place: 'scored' },
    at: ({ edition }) => `/editions/${edition}/rounds`,
  },
  {
    ...{ name: 'round', route: '/rounds/$roundId', as: 'officer', place: 'scored' },
    at: ({ round }) => `/rounds/${round}`,
  },
];

/** Sheets are opened: ranks are known, nothing is decided. */
const TALLIED: readonly ShownPage[] = [
  {
    ...{ name: 'result', route: '/rounds/$roundId/result', as: 'leader', place: 'tallied' },
    at: ({ round }) => `/rounds/${round}/result`,
  },
  {
    ...{ name: 'why', route: '/rounds/$roundId/result/$entryId', as: 'leader', place: 'tallied', onPhone: true },
    at: ({ round, entry }) => `/rounds/${round}/result/${entry}`,
  },
  {
    ...{ name: 'what-if', route: '/rounds/$roundId/what-if', as: 'officer', place: 'tallied' },
    at: ({ round }) => `/rounds/${round}/what-if?parameters=firstCount:6`,
  },
  {
    ...{ name: 'decision-minutes', route: '/rounds/$roundId/decision', as: 'leader', place: 'tallied', onPhone: true },
    at: ({ round }) => `/rounds/${round}/decision`,
  },
];

const DECIDED: readonly ShownPage[] = [
  {
    ...{ name: 'decision', route: '/rounds/$roundId/decision', as: 'leader', place: 'decided', onPhone: true },
    at: ({ round }) => `/rounds/${round}/decision`,
  },
  {
    ...{ name: 'circular-draft', route: '/rounds/$roundId/circular', as: 'officer', place: 'decided' },
    at: ({ round }) => `/rounds/${round}/circular`,
  },
];

/** The year is over. */
const COMMENDED: readonly ShownPage[] = [
  {
    ...{ name: 'circular', route: '/rounds/$roundId/circular', as: 'officer', place: 'commended' },
    at: ({ round }) => `/rounds/${round}/circular`,
  },
  { name: 'honours', route: '/honours', at: () => '/honours', as: 'officer', place: 'commended' },
  {
    ...{ name: 'honour', route: '/honours/$honourId', as: 'officer', place: 'commended' },
    at: ({ honour }) => `/honours/${honour}`,
  },
  {
    ...{ name: 'naming', route: '/honours/naming/$seriesId', as: 'officer', place: 'commended' },
    at: ({ series }) => `/honours/naming/${series}`,
  },
  {
    ...{ name: 'naming-list', route: '/series/$seriesId/naming', as: 'officer', place: 'commended' },
    at: ({ series }) => `/series/${series}/naming`,
  },
  {
    ...{ name: 'naming-decision', route: '/honours/naming/$seriesId/decision', as: 'officer', place: 'commended' },
    at: ({ series }) => `/honours/naming/${series}/decision`,
    onPhone: true,
  },
  {
    ...{ name: 'naming-circular', route: '/honours/naming/$seriesId/circular', as: 'officer', place: 'commended' },
    at: ({ series }) => `/honours/naming/${series}/circular`,
  },
  {
    ...{ name: 'entry-commended', route: '/entries/$entryId', as: 'secretary', place: 'commended', onPhone: true },
    at: ({ entry }) => `/entries/${entry}`,
  },
  {
    ...{ name: 'public-honours', route: '/public/honours', as: 'visitor', place: 'commended', onPhone: true },
    at: () => '/public/honours',
  },
  {
    ...{ name: 'public-certificate', route: '/public/certificates', as: 'visitor', place: 'commended', onPhone: true },
    at: ({ certificate }) => `/public/certificates?number=${certificate}`,
  },
  { name: 'reads', route: '/audit/reads', at: () => '/audit/reads', as: 'auditor', place: 'commended' },
];

/** Check-lists: half of what is wanted has been entered. */
const CHECKED: readonly ShownPage[] = [
  {
    ...{
      name: 'nominate',
      route: '/editions/$editionId/nominate',
      as: 'unit officer',
      place: 'checked',
      onPhone: true,
    },
    at: ({ edition }) => `/editions/${edition}/nominate`,
  },
  {
    ...{ name: 'own-notices', route: '/editions/$editionId/own-notices', as: 'unit officer', place: 'checked' },
    at: ({ ownNoticed = '' }) => `/editions/${ownNoticed}/own-notices`,
    onPhone: true,
  },
  {
    ...{ name: 'own-notice', route: '/own-notices/$ownNoticeId', as: 'unit officer', place: 'checked', onPhone: true },
    at: ({ ownNotice = '' }) => `/own-notices/${ownNotice}`,
  },
  { name: 'problems', route: '/problems', at: () => '/problems', as: 'officer', place: 'checked' },
  {
    ...{ name: 'problem', route: '/problems/$problemId', as: 'unit officer', place: 'checked', onPhone: true },
    at: ({ problem }) => `/problems/${problem}`,
  },
  {
    ...{ name: 'roll', route: '/editions/$editionId/roll', as: 'officer', place: 'checked', onPhone: true },
    at: ({ rolled }) => `/editions/${rolled}/roll`,
  },
  {
    ...{ name: 'my-promises', route: '/my-promises', as: 'secretary', place: 'checked', onPhone: true },
    at: () => '/my-promises',
  },
  {
    ...{ name: 'my-checklists', route: '/my-checklists', as: 'secretary', place: 'checked', onPhone: true },
    at: () => '/my-checklists',
  },
  {
    ...{ name: 'checklists', route: '/rounds/$roundId/checklists', as: 'officer', place: 'checked' },
    at: ({ round }) => `/rounds/${round}/checklists`,
  },
  {
    ...{ name: 'checklist', route: '/rounds/$roundId/checklists/$entryId', as: 'officer', place: 'checked' },
    at: ({ round, entry }) => `/rounds/${round}/checklists/${entry}`,
    onPhone: true,
  },
  {
    ...{ name: 'checklist-subject', route: '/rounds/$roundId/checklists/$entryId', as: 'secretary', place: 'checked' },
    at: ({ round, entry }) => `/rounds/${round}/checklists/${entry}`,
    onPhone: true,
  },
];

/** Secret ballots: tokens are being issued. */
const VOTED: readonly ShownPage[] = [
  {
    ...{ name: 'my-ballots', route: '/my-ballots', as: 'member', place: 'voted', onPhone: true },
    at: () => '/my-ballots',
  },
  {
    ...{ name: 'ballots', route: '/rounds/$roundId/ballots', as: 'officer', place: 'voted', onPhone: true },
    at: ({ round }) => `/rounds/${round}/ballots`,
  },
];

/** A meeting votes on paper: some papers are counted, some counts wait for a second person. */
const PAPERED: readonly ShownPage[] = [
  {
    ...{ name: 'paper-boxes', route: '/rounds/$roundId/paper-boxes', as: 'officer', place: 'papered', onPhone: true },
    at: ({ round }) => `/rounds/${round}/paper-boxes`,
  },
];

/** An appraisal at its check: bonuses are claimed, some are decided. */
const CLAIMED: readonly ShownPage[] = [
  {
    ...{ name: 'my-bonuses', route: '/my-bonuses', as: 'unit officer', place: 'claimed', onPhone: true },
    at: () => '/my-bonuses',
  },
  {
    ...{ name: 'bonuses', route: '/rounds/$roundId/bonuses', as: 'officer', place: 'claimed' },
    at: ({ round }) => `/rounds/${round}/bonuses`,
  },
  {
    ...{ name: 'bonus', route: '/rounds/$roundId/bonuses/$entryId', as: 'officer', place: 'claimed' },
    at: ({ round, entry }) => `/rounds/${round}/bonuses/${entry}`,
    onPhone: true,
  },
  {
    ...{ name: 'bonus-subject', route: '/rounds/$roundId/bonuses/$entryId', as: 'unit officer', place: 'claimed' },
    at: ({ round, entry }) => `/rounds/${round}/bonuses/${entry}`,
    onPhone: true,
  },
];

/** An appraisal after its tally: results are appealed, one appeal is answered and one waits. */
const APPEALED: readonly ShownPage[] = [
  {
    ...{ name: 'my-appeals', route: '/my-appeals', as: 'unit officer', place: 'appealed', onPhone: true },
    at: () => '/my-appeals',
  },
  {
    ...{ name: 'appeals', route: '/rounds/$roundId/appeals', as: 'leader', place: 'appealed', onPhone: true },
    at: ({ round }) => `/rounds/${round}/appeals`,
  },
  {
    ...{ name: 'entry-appeals', route: '/rounds/$roundId/appeals/$entryId', as: 'leader', place: 'appealed' },
    at: ({ round, entry }) => `/rounds/${round}/appeals/${entry}`,
    onPhone: true,
  },
  {
    ...{ name: 'talks', route: '/rounds/$roundId/talks', as: 'leader', place: 'appealed', onPhone: true },
    at: ({ round }) => `/rounds/${round}/talks`,
  },
  {
    ...{ name: 'own-appeals', route: '/rounds/$roundId/appeals/$entryId', as: 'unit officer', place: 'appealed' },
    at: ({ round, entry }) => `/rounds/${round}/appeals/${entry}`,
    onPhone: true,
  },
];

/** Every page of the console; a route that is missing here fails the tests. */
export const PAGES: readonly ShownPage[] = [
  ...SAMPLE,
  ...CHECKED,
  ...VOTED,
  ...PAPERED,
  ...CLAIMED,
  ...APPEALED,
  ...PANELS,
  ...DECIDED_OTHERWISE,
  ...MEASURED,
  ...REVIEWED,
  ...NOTICED,
  ...SCORED,
  ...TALLIED,
  ...DECIDED,
  ...COMMENDED,
];
