import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, UNIT_B, YEAR } from './small-campaign.ts';

const about =
  (what: string, body?: unknown) =>
  (campaign: SmallCampaign): Sent => ({
    method: body === undefined ? 'GET' : 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/entries/${campaign.entry(UNIT_A, 1)}/${what}`,
    ...(body === undefined ? {} : { body }),
  });

const claim = (over: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  ...{ sourceId: 'bonus', itemId: 'commended', levelId: 'city', honour: '青年文明号', achievedOn: `${YEAR}-06-10` },
  ...over,
});
const granted = { outcome: 'granted', levelId: 'city' };
const ofClaim = (what: string) => `bonus-claims/${NOWHERE}/${what}`;

const row = (
  name: string,
  [as, send]: readonly [string, BadRequest['send']],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'scoring', as, send, status, reason, field });

const inspector = 'inspector-1';
const officerA = officerOf(UNIT_A);
const officerB = officerOf(UNIT_B);

/** Orders to claims of bonuses that nobody may give, that say nothing, or that come where there is nothing to claim. */
export const badBonuses: readonly BadRequest[] = [
  row(
    'a claim in a round that has no bonuses',
    [officerA, about('bonus-claims', claim())],
    [409, 'NO_BONUS', 'entryId'],
  ),
  row("a claim for another unit's entry", [officerB, about('bonus-claims', claim())], [403, 'WRONG_SUBTREE', null]),
  row('a claim by the office', [FIRST_OFFICER, about('bonus-claims', claim())], [403, 'NO_GRANT', null]),
  row(
    'a claim of no day',
    [officerA, about('bonus-claims', claim({ achievedOn: '2024-02-30' }))],
    [400, 'INVALID_FIELD', 'achievedOn'],
  ),
  row(
    'a claim of an honour in two lines',
    [officerA, about('bonus-claims', claim({ honour: '青年\n文明号' }))],
    [400, 'INVALID_FIELD', 'honour'],
  ),
  row(
    'a claim of half a hundredth of a point',
    [officerA, about('bonus-claims', claim({ points: 0.5 }))],
    [400, 'INVALID_FIELD', 'points'],
  ),
  row(
    'a claim with a document that is no hash',
    [officerA, about('bonus-claims', claim({ evidence: ['决定.pdf'] }))],
    [400, 'INVALID_FIELD', 'evidence[0]'],
  ),
  row(
    'a claim withdrawn without a word why',
    [officerA, about(ofClaim('withdraw'), { why: ' ' })],
    [400, 'INVALID_FIELD', 'why'],
  ),
  row(
    'a claim decided where there is nothing to claim',
    [FIRST_OFFICER, about(ofClaim('decide'), { verdict: granted })],
    [409, 'NO_BONUS', 'entryId'],
  ),
  row(
    'a claim declined for a reason that is none',
    [FIRST_OFFICER, about(ofClaim('decide'), { verdict: { outcome: 'declined', reason: '不够好' } })],
    [400, 'INVALID_FIELD', 'verdict.reason'],
  ),
  row(
    'a claim decided by an expert',
    ['expert-7', about(ofClaim('decide'), { verdict: granted })],
    [403, 'NO_GRANT', null],
  ),
  row(
    'a claim decided anew for a reason that is none',
    [FIRST_OFFICER, about(ofClaim('reconsider'), { verdict: granted, because: '改了主意', why: '改了主意。' })],
    [400, 'INVALID_FIELD', 'because'],
  ),
  row(
    'another verdict proposed without a word why',
    [FIRST_OFFICER, about('bonus-proposals', { claimId: NOWHERE, verdict: granted, because: 'level-wrong', why: '' })],
    [400, 'INVALID_FIELD', 'why'],
  ),
  row(
    'another verdict carried out by the office that may only propose it',
    [FIRST_OFFICER, about(`bonus-proposals/${NOWHERE}/carry-out`, { why: '属实。' })],
    [403, 'NO_GRANT', null],
  ),
  row(
    'a proposal about a claim that is none turned down',
    [inspector, about(`bonus-proposals/${NOWHERE}/reject`, { why: '不属实。' })],
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ),
  row('claims read where there are none', [FIRST_OFFICER, about('bonus')], [409, 'NO_BONUS', 'entryId']),
  row("another unit's claims read", [officerB, about('bonus')], [403, 'WRONG_SUBTREE', null]),
  row(
    'claims read by an auditor, who oversees and does not read',
    ['auditor-1', about('bonus')],
    [403, 'NO_GRANT', null],
  ),
  row(
    'claims listed by an unknown progress',
    [
      FIRST_OFFICER,
      (campaign) => ({ method: 'GET', path: `/v1/rounds/${campaign.play.round(YEAR)}/bonuses?progress=late` }),
    ],
    [400, 'INVALID_FIELD', 'progress[0]'],
  ),
];
