import type { RefusalText } from '@jiangong/service-host';
import type { CommendingReason } from '../domain/policy/counting.ts';
import type { PolicyReason } from '../domain/policy/facts.ts';
import type { ReferenceReason } from './reference-refusals.ts';
import { already, invalid, notFound, notNow, tooMany } from './refusal-status.ts';

/** Of policies of the level above, and of editions that they do not let be opened. Each of the latter says the way on. */
export const policyTexts = {
  POLICY_INVALID: invalid(
    '总量控制文件有误，见所列行列、路径与原因。',
    'The policy is not valid: see the line, path and reason that are named.',
  ),
  POLICY_NOT_ADOPTED: notFound('该工委目前没有生效的总量控制。', 'No policy of this committee stands.'),
  POLICY_ADOPTED_ALREADY: already('同一总量控制正在生效。', 'This very policy stands already.'),
  TOO_MANY_POLICY_VERSIONS: tooMany('总量控制的修订次数已达上限。', 'There are too many versions of this policy.'),
  COMMITTEE_NOT_BELOW: notNow('该工委不在制定者之下。', 'That committee is not below the one which sets the policy.'),
  EXEMPTION_NOT_FOUND: notFound('找不到仍然有效的该项准予。', 'There is no such exemption, or it has been withdrawn.'),
  EXEMPTION_GRANTED_ALREADY: already(
    '该工委该年度的此项活动已获准予。',
    'That committee has been granted an exemption for this programme in that year already.',
  ),
  TOO_MANY_EXEMPTIONS: tooMany('准予的次数已达上限。', 'There are too many exemptions.'),
  COMMENDATIONS_USED_UP: notNow(
    '上级对本工委表彰项目的总量控制已经用完（见所列的上级工委、上限和已占用的年度活动）。可以改在另一年度开展，终止其中一项，或请上级准予例外。',
    'The committee above lets this committee open no more commendations (named: that committee, the limit, and the editions that count). Open it in another year, abandon one of those, or ask the committee above for an exemption.',
  ),
  COMMENDATION_WITHIN_CYCLE: notNow(
    '同一表彰在上级规定的周期内已经开展（见所列的年度活动和可以再开展的年度）。可以到该年度再开展，终止已开展的一项，或请上级准予例外。',
    'The same commendation has been given within the cycle that the committee above sets (named: the edition, and the year in which it may be given again). Wait for that year, abandon that edition, or ask the committee above for an exemption.',
  ),
  COMMENDATION_NAME_USED_ABOVE: notNow(
    '表彰名称与上级正在使用的名称相同（见所列名称和上级的年度活动）。请采用另起名称的模板，或请上级准予例外。',
    'A name of these awards is one that the committee above uses (named: the name, and its edition). Adopt a template with another name, or ask the committee above for an exemption.',
  ),
} satisfies Readonly<
  Record<
    | CommendingReason
    | Exclude<
        Extract<PolicyReason, `${'POLICY' | 'EXEMPTION' | 'TOO_MANY_P' | 'TOO_MANY_E'}${string}`>,
        'TOO_MANY_PROPOSALS'
      >
    | Extract<ReferenceReason, 'POLICY_INVALID' | 'COMMITTEE_NOT_BELOW'>,
    RefusalText
  >
>;
