import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, YEAR } from './small-campaign.ts';

const said = { value: 'false', why: '查阅换届档案。' };

const ofEntry =
  (question: string, over: Readonly<Record<string, unknown>> = {}, entryId?: string) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/entries/${entryId ?? campaign.entry(UNIT_A, 1)}/facts/${question}`,
    body: { ...said, ...over },
  });

const asked =
  (roundId?: string) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'GET',
    path: `/v1/rounds/${roundId ?? campaign.play.round(YEAR)}/facts`,
  });

const row = (
  name: string,
  [as, send]: readonly [string, BadRequest['send']],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'tallied', as, send, status, reason, field });

/** What was looked up where no rule asks, by whom it is not asked, or with words that answer nothing. */
export const badFacts: readonly BadRequest[] = [
  {
    ...row(
      'an answer before there is a result',
      [FIRST_OFFICER, ofEntry('fact-1')],
      [409, 'ROUND_NOT_CLOSED', 'roundId'],
    ),
    at: 'scoring',
  },
  row('an answer that no rule asks', [FIRST_OFFICER, ofEntry('fact-1')], [404, 'FACT_NOT_ASKED', 'questionId']),
  row(
    'an answer put right that no rule asks',
    [FIRST_OFFICER, ofEntry('fact-1/correct')],
    [404, 'FACT_NOT_ASKED', 'questionId'],
  ),
  row(
    'an answer about no entry',
    [FIRST_OFFICER, ofEntry('fact-1', {}, NOWHERE)],
    [404, 'RESOURCE_NOT_FOUND', 'entryId'],
  ),
  row('an answer by a unit', [officerOf(UNIT_A), ofEntry('fact-1')], [403, 'NO_GRANT', null]),
  row('an answer by who decides', ['leader-1', ofEntry('fact-1')], [403, 'NO_GRANT', null]),
  row('an answer by nobody', ['nobody', ofEntry('fact-1')], [401, 'NOT_SIGNED_IN', null]),
  row('an answer put right by a unit', [officerOf(UNIT_A), ofEntry('fact-1/correct')], [403, 'NO_GRANT', null]),
  row(
    'an answer that is no word',
    [FIRST_OFFICER, ofEntry('fact-1', { value: '是' })],
    [400, 'INVALID_FIELD', 'value'],
  ),
  row(
    'an answer that is no text',
    [FIRST_OFFICER, ofEntry('fact-1', { value: true })],
    [400, 'INVALID_FIELD', 'value'],
  ),
  row(
    'an answer that goes by nothing',
    [FIRST_OFFICER, ofEntry('fact-1', { why: ' ' })],
    [400, 'INVALID_FIELD', 'why'],
  ),
  row(
    'an answer put right with a document that is no hash',
    [FIRST_OFFICER, ofEntry('fact-1/correct', { file: '换届档案.pdf' })],
    [400, 'INVALID_FIELD', 'file'],
  ),
  row('an answer to no question', [FIRST_OFFICER, ofEntry('Fact%201')], [400, 'INVALID_FIELD', 'questionId']),
  row('what was looked up, asked by a unit', [officerOf(UNIT_A), asked()], [403, 'NO_GRANT', null]),
  row('what was looked up for no round', [FIRST_OFFICER, asked(NOWHERE)], [404, 'RESOURCE_NOT_FOUND', 'roundId']),
];
