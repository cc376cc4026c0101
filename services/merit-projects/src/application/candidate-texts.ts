import type { RefusalText } from '@jiangong/service-host';
import type { EntriesReason } from '../domain/entries/refusals.ts';
import { already, invalid, notNow } from './refusal-status.ts';

/** What is told about candidates of branches, their vote, and their declaration after it. */
export const candidateTexts = {
  CANDIDATE_WITHOUT_FILES: invalid(
    '支部提名只写推荐理由，材料在投票后由单位申报时提交。',
    'A candidate comes with reasons alone: its files come when the unit declares it after the vote.',
  ),
  CANDIDATES_VOTED_UPON: already(
    '支部投票已经开始，候选人不能再增加或撤回；未被申报的不再参加后续环节。',
    'The vote about the candidates has begun: none is added or taken back. Whoever is not declared goes no further.',
  ),
  VOTE_NOT_COUNTED: notNow(
    '支部投票尚未得出结果，请待工委计算结果后再申报。',
    'The vote of the branches has no result yet: declare once the office has computed it.',
  ),
  CANDIDATE_NOT_RANKED: notNow(
    '该候选人在支部投票中没有名次（参加投票人数不足，或已因另一类别参评而不计），不能申报。',
    'The vote gave this candidate no rank (too few voted, or it counts by another category), so that it can not be declared.',
  ),
  DEPARTURE_NOT_NEEDED: invalid(
    '没有得票更多而未申报的同支部、同类别候选人，无须填写不按名次申报的理由。',
    'Nobody of the same branch and category with more votes is passed over: no reason is asked for.',
  ),
} satisfies Partial<Record<EntriesReason, RefusalText>>;
