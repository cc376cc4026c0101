import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, YEAR } from './small-campaign.ts';

const HASH = 'a'.repeat(64);

const of =
  (what: string, body: unknown = {}) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/paper-boxes/poll/${what}`,
    body,
  });
/** A count of this very campaign's entry. */
const count =
  (over: Readonly<Record<string, unknown>> = {}, from: object = { evidence: [HASH] }) =>
  (campaign: SmallCampaign): Sent =>
    of('counts', {
      entries: [
        { entryId: campaign.entry(UNIT_A, 1), handedOut: 9, found: 8, invalid: 1, marks: [4, 2, 1, 0], ...over },
      ],
      ...from,
    })(campaign);

const row = (
  name: string,
  [as, send]: readonly [string, BadRequest['send']],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'scoring', as, send, status, reason, field });

/** Papers that nobody may count, that are none, or that are counted where nothing is voted on paper. */
export const badPaperBoxes: readonly BadRequest[] = [
  row('papers where nothing is voted on paper', [FIRST_OFFICER, count()], [409, 'NO_PAPER_BOX', 'sourceId']),
  row('papers counted by an expert', ['expert-7', count()], [403, 'NO_GRANT', null]),
  row(
    'papers counted by a unit where nothing is voted on paper',
    [officerOf(UNIT_A), count()],
    [409, 'NO_PAPER_BOX', 'sourceId'],
  ),
  row('fewer papers than none', [FIRST_OFFICER, count({ found: -1 })], [400, 'INVALID_FIELD', 'entries[0].found']),
  row('half a paper', [FIRST_OFFICER, count({ invalid: 0.5 })], [400, 'INVALID_FIELD', 'entries[0].invalid']),
  row('papers as a text', [FIRST_OFFICER, count({ handedOut: '9' })], [400, 'INVALID_FIELD', 'entries[0].handedOut']),
  row(
    'more papers than there can be',
    [FIRST_OFFICER, count({ handedOut: 20_001 })],
    [400, 'INVALID_FIELD', 'entries[0].handedOut'],
  ),
  row(
    'answers that are none',
    [FIRST_OFFICER, count({ marks: [4, null] })],
    [400, 'INVALID_FIELD', 'entries[0].marks[1]'],
  ),
  row('papers without a tally sheet', [FIRST_OFFICER, count({}, { evidence: [] })], [400, 'INVALID_FIELD', 'evidence']),
  row(
    'papers with a tally sheet that is no hash',
    [FIRST_OFFICER, count({}, { evidence: ['计票单.jpg'] })],
    [400, 'INVALID_FIELD', 'evidence[0]'],
  ),
  row(
    'papers of nothing',
    [FIRST_OFFICER, of('counts', { entries: [], evidence: [HASH] })],
    [400, 'INVALID_FIELD', 'entries'],
  ),
  row(
    'a count confirmed where there is no box',
    [FIRST_OFFICER, of(`counts/${NOWHERE}/confirmation`)],
    [409, 'NO_PAPER_BOX', 'sourceId'],
  ),
  row(
    'a count contradicted without a word why',
    [FIRST_OFFICER, of(`counts/${NOWHERE}/contradiction`, { why: ' ' })],
    [400, 'INVALID_FIELD', 'why'],
  ),
  row('a box opened that there is not', [FIRST_OFFICER, of('opening')], [409, 'NO_PAPER_BOX', 'sourceId']),
  row('a box opened by an expert', ['expert-7', of('opening')], [403, 'NO_GRANT', null]),
];
