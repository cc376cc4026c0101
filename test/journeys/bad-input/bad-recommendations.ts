import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, YEAR } from './small-campaign.ts';

const NOTHING = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a04';
const INSPECTOR = 'inspector-1';
const PAPER = { documentNumber: '示直工委〔2021〕31号', file: 'b'.repeat(64), effectiveOn: `${YEAR}-12-20` };
const WHY = '情况属实。';

const putForward =
  (change: Readonly<Record<string, unknown>> = {}) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/recommendations`,
    body: { rule: 'second', entryId: campaign.entry(UNIT_A, 1), ...PAPER, ...change },
  });

const onNothing = (what: string, body?: unknown) => (): Sent => ({
  method: 'POST',
  path: `/v1/recommendations/${NOTHING}/${what}`,
  ...(body === undefined ? {} : { body }),
});

/** One row, at the moment when the result is there. */
const row = (
  name: string,
  as: string,
  send: BadRequest['send'],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'tallied', as, send, status, reason, field });

const OUTSIDE = { outcome: 'given', level: '省总工会', ...PAPER };

const redrawing =
  (sourceId: string, points: number) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/proposals`,
    body: { terms: { act: 'RedrawList', sourceId, items: [{ itemId: 'duty', points }] }, why: WHY },
  });

/** What nobody recommended and nobody put forward, and words that nobody has. */
export const badRecommendations: readonly BadRequest[] = [
  row('putting forward by a rule that recommends nobody', FIRST_OFFICER, putForward(), [
    400,
    'RULE_NOT_UPWARD',
    'rule',
  ]),
  row('putting forward by a rule that there is not', FIRST_OFFICER, putForward({ rule: 'upward' }), [
    400,
    'RULE_UNKNOWN',
    'rule',
  ]),
  row('putting forward by an officer of a unit', officerOf(UNIT_A), putForward(), [403, 'NO_GRANT', null]),
  row('putting forward with a file that is no hash', FIRST_OFFICER, putForward({ file: 'paper.pdf' }), [
    400,
    'INVALID_FIELD',
    'file',
  ]),
  row('another paper for what nobody put forward', FIRST_OFFICER, onNothing('correction', { ...PAPER, why: WHY }), [
    404,
    'RESOURCE_NOT_FOUND',
    'recommendationId',
  ]),
  row('a decision above about what nobody put forward', FIRST_OFFICER, onNothing('outside-decision', OUTSIDE), [
    404,
    'RESOURCE_NOT_FOUND',
    'recommendationId',
  ]),
  row(
    'a decision above with an outcome that there is not',
    FIRST_OFFICER,
    onNothing('outside-decision', { ...OUTSIDE, outcome: 'perhaps' }),
    [400, 'INVALID_FIELD', 'outcome'],
  ),
  row(
    'taking back for a reason that there is not',
    FIRST_OFFICER,
    onNothing('proposals', { act: 'TakeBackPutForward', reason: 'gossip', why: WHY }),
    [400, 'INVALID_FIELD', 'reason'],
  ),
  row(
    'taking back what nobody put forward',
    FIRST_OFFICER,
    onNothing('proposals', { act: 'TakeBackPutForward', reason: 'other', why: WHY }),
    [404, 'RESOURCE_NOT_FOUND', 'recommendationId'],
  ),
  row('turning down without a word why', INSPECTOR, onNothing(`proposals/${NOTHING}/rejection`, { why: ' ' }), [
    400,
    'INVALID_FIELD',
    'why',
  ]),
  row('carrying out what nobody proposed', INSPECTOR, onNothing(`proposals/${NOTHING}/carrying-out`, { why: WHY }), [
    404,
    'RESOURCE_NOT_FOUND',
    'recommendationId',
  ]),
  row(
    'who goes on to a phase that does not follow',
    FIRST_OFFICER,
    (campaign) => ({
      method: 'POST',
      path: `/v1/rounds/${campaign.play.round(YEAR)}/proposals`,
      body: {
        terms: { act: 'ChooseGoingOn', phase: 'final', entryIds: [campaign.entry(UNIT_A, 1)], minutesNumber: '1号' },
        why: WHY,
      },
    }),
    [400, 'PHASE_UNKNOWN', 'terms.phase'],
  ),
  row('a list redrawn that the template does not let be', FIRST_OFFICER, redrawing('checks', 100), [
    409,
    'LIST_NOT_REDRAWN',
    'terms.sourceId',
  ]),
  row('a list redrawn with less than nothing', FIRST_OFFICER, redrawing('checks', -100), [
    400,
    'INVALID_FIELD',
    'terms.items[0].points',
  ]),
  row('a list redrawn by a unit', officerOf(UNIT_A), redrawing('checks', 100), [403, 'NO_GRANT', null]),
];
