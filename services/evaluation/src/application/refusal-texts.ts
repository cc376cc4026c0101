import type { RefusalText } from '@jiangong/service-host';
import type { MeetingRefusal } from '../domain/meeting/refusals.ts';
import type { AnswerRefusal } from '../domain/answer/refusals.ts';
import type { AppealRefusal } from '../domain/appeal/refusals.ts';
import type { NotesRefusal } from '../domain/notes/notes.ts';
import type { RemindersRefusal } from '../domain/reminders/reminders.ts';
import type { ScoringRefusal } from '../domain/round/refusals.ts';
import type { WhatIfRefusal } from '../domain/round/what-if.ts';
import type { SheetRefusal } from '../domain/sheet/refusals.ts';
import type { BallotRefusal, HandInRefusal, VoteCodeRefusal } from '../domain/ballot/refusals.ts';
import type { BonusRefusal } from '../domain/bonus/refusals.ts';
import type { MeasureRefusal } from '../domain/measure/refusals.ts';
import type { PaperBoxRefusal } from '../domain/paper-box/refusals.ts';
import type { ChecklistRefusal } from '../domain/checklist/refusals.ts';
import { meetingTexts } from './meeting-texts.ts';
import { answerTexts } from './answer-texts.ts';
import { appealTexts } from './appeal-texts.ts';
import { ballotTexts } from './ballot-texts.ts';
import { voteCodeTexts } from './vote-code-texts.ts';
import { bonusTexts } from './bonus-texts.ts';
import { checklistTexts } from './checklist-texts.ts';
import { redrawTexts } from './redraw-texts.ts';
import { contestTexts } from './contest-texts.ts';
import { dealTexts } from './deal-texts.ts';
import { measureTexts } from './measure-texts.ts';
import { paperBoxTexts } from './paper-box-texts.ts';
import { decisionTexts } from './decision-texts.ts';
import { recommendationTexts } from './recommendation-texts.ts';
import { sheetFormTexts } from './sheet-form-texts.ts';
import type { ApplicationRefusal } from './reasons.ts';

type Reason = (
  | ScoringRefusal
  | SheetRefusal
  | NotesRefusal
  | ChecklistRefusal
  | BonusRefusal
  | MeasureRefusal
  | AppealRefusal
  | AnswerRefusal
  | MeetingRefusal
  | BallotRefusal
  | HandInRefusal
  | VoteCodeRefusal
  | PaperBoxRefusal
  | RemindersRefusal
  | WhatIfRefusal
  | ApplicationRefusal
)['reason'];
type RoundReason = Exclude<
  Reason,
  | keyof typeof decisionTexts
  | keyof typeof recommendationTexts
  | keyof typeof sheetFormTexts
  | keyof typeof checklistTexts
  | keyof typeof redrawTexts
  | keyof typeof bonusTexts
  | keyof typeof measureTexts
  | keyof typeof appealTexts
  | keyof typeof answerTexts
  | keyof typeof meetingTexts
  | keyof typeof ballotTexts
  | keyof typeof voteCodeTexts
  | keyof typeof paperBoxTexts
  | keyof typeof contestTexts
  | keyof typeof dealTexts
>;

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const denied = (zh: string, en: string): RefusalText => ({ status: 'PERMISSION_DENIED', zh, en });
const unknown = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });
const tooMany = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });

const roundTexts: Readonly<Record<RoundReason, RefusalText>> = {
  TEXT_EMPTY: invalid('此项不能为空。', 'This must not be empty.'),
  TEXT_TOO_LONG: invalid('文字过长。', 'This text is too long.'),
  TEXT_MALFORMED: invalid(
    '文字含有不可用的字符或换行。',
    'This text holds characters or line breaks that can not be used.',
  ),

  NOTHING_SUBMITTED: unknown('您在此次评分中没有提交过评分表。', 'You have not submitted a sheet in this round.'),
  NOTES_CHANGED_TOO_OFTEN: tooMany('备注修改次数过多。', 'The notes were changed too often.'),
  WHAT_IF_TOO_MUCH: invalid('假设过多。', 'Too much is assumed at once.'),
  ROUND_OVER: notNow('此次评分已经办结，不能再写备注。', 'This round is over: no note can be kept in it any more.'),
  ROUND_NOT_FOUND: unknown('找不到此次评分。', 'There is no such round.'),
  EDITION_NOT_FOUND: unknown('找不到该年度活动。', 'There is no such edition.'),
  EDITION_OF_ANOTHER_ROUND: notNow('该年度活动不属于此次评分。', 'This edition does not belong to this round.'),
  PHASE_UNKNOWN: invalid('活动方案中没有该评分环节。', 'The template has no such phase.'),
  PHASE_GOES_ON: notNow(
    '本环节的名次决定谁进入下一环节，不作评选决定；请在最后一个环节作出决定。',
    'The ranks of this phase say who goes on to the next one: the decision is taken over the last phase.',
  ),
  GOING_ON_TOO_FEW: invalid(
    '选定的对象少于可进入下一环节的名额。',
    'Fewer are chosen than there are places in the next phase.',
  ),
  CHOSEN_TOO_OFTEN: tooMany(
    '对同一结果的选定已更改多次，不能再改。',
    'The choice over this result was changed too often.',
  ),
  OWN_CHOICE: denied(
    '您对其中的对象负责，不得参与选定谁进入下一环节。',
    'You answer for one of those between whom is chosen: another person has to propose and carry it out.',
  ),
  OWN_SEAT: denied(
    '该事项涉及您本人的评分席位或回避，须由他人提出和办理。',
    'This is about your own seat or recusal: others have to propose it and carry it out.',
  ),
  ROUND_OPEN_ALREADY: notNow('评分已经开始，不能再改。', 'Scoring has begun: this can no longer be changed.'),
  ROUND_HAS_NO_ENTRIES: notNow('此次评分没有参评对象。', 'There are no entries in this round.'),
  ENTRIES_INCOMPLETE: notNow(
    '参评对象尚未到齐，评分不能开始。',
    'Not all entries that were let in have come yet: scoring can not begin.',
  ),
  SCORING_NOT_OPEN: notNow('现在不是评分阶段。', 'The scoring stage is not open now.'),
  SCORING_OVER: notNow(
    '评分阶段已经结束；请提出补开，由另一人办理。',
    'The scoring stage is over: propose a late opening, which another person carries out.',
  ),
  SCORING_NOT_OVER: notNow(
    '评分阶段尚未结束，不必补开。',
    'The scoring stage is not over: a late opening is not needed.',
  ),
  ROUND_NOT_OPEN: notNow('评分尚未开始。', 'Scoring has not begun.'),
  ROUND_CLOSED: notNow('评分已经截止。', 'Scoring is over.'),
  ROUND_NOT_CLOSED: notNow('评分尚未截止。', 'Scoring is not over yet.'),
  ROUND_NOT_DUE: notNow('补评期限尚未届满。', 'The end that was set for this reopening has not passed.'),
  ROUND_ANNULLED: notNow('此次评分已经作废。', 'This round was annulled.'),
  ROUND_UNSEALED: notNow(
    '评分表已经启封，不能再这样办理。',
    'The sheets have been opened: this can no longer be done in this way.',
  ),
  TOO_MANY_ENTRIES: tooMany('参评对象过多。', 'There are too many entries in this round.'),
  ENTRY_NOT_IN_ROUND: unknown('该对象不在此次评分中。', 'This entry is not in the round.'),
  SUBJECT_JUDGED_ALREADY: notNow(
    '同一对象已有另一申报参加此次评分。',
    'Another entry of the same subject is judged in this round.',
  ),
  ENTRY_OUT_ALREADY: notNow('该对象已经退出此次评分。', 'This entry has been taken out already.'),
  ENTRY_NOT_OUT: notNow('该对象没有退出此次评分。', 'This entry has not been taken out.'),
  ENTRY_REASON_UNKNOWN: invalid('未知的事由。', 'This reason is not in the list.'),

  SEATS_NONE: invalid('请至少指定一个席位。', 'Name at least one seat.'),
  SEARCH_TOO_WIDE: tooMany(
    '符合条件的人员过多，请先选定单位。',
    'Too many people may be named here: choose an organization first.',
  ),
  SEATS_TOO_MANY: tooMany('席位数超过上限。', 'There are too many seats.'),
  SEAT_TWICE: invalid('同一席位出现两次。', 'The same seat is named twice.'),
  SEAT_TAKEN: notNow('该单位只有一票，席位已有人。', 'The unit has one vote, and somebody has its seat already.'),
  SEAT_IN_ANOTHER_SOURCE: notNow('该人员已在另一评委组。', 'This person has a seat of another source already.'),
  SEAT_WITHOUT_ORGANIZATION: invalid(
    '该人员不属于任何单位，而这里由单位投票。',
    'This person belongs to no unit, and here units vote.',
  ),
  CANDIDATES_TOO_FEW: notNow(
    '能够担任评委的抽签人选不足三人；请另提名单，或免除该席位。',
    'Fewer than three of the people to draw among could have the seat; propose another list, or excuse the seat.',
  ),
  SEAT_UNKNOWN: unknown('此次评分中没有该席位。', 'This round has no such seat.'),
  SEAT_NOT_HELD: notNow('该席位现在没有人。', 'Nobody holds this seat now.'),
  SEAT_HELD: notNow('该席位现在有人。', 'Somebody holds this seat.'),
  SEAT_REASON_UNKNOWN: invalid('未知的事由。', 'This reason is not in the list.'),
  OFFICE_UNKNOWN: unknown('活动方案中没有这个成员单位。', 'The template names no such office within a party.'),
  OFFICE_ASSIGNED_ALREADY: notNow(
    '填报已经开始，成员单位已经对应到一个单位，不能再改。',
    'The round is open and this office is a unit already: it is not changed any more.',
  ),
  OFFICE_OUTSIDE_COMMITTEE: invalid(
    '成员单位只能对应到本工委所属、没有撤销的单位。',
    'An office can only be a unit below the committee that is not dissolved.',
  ),
  SOURCE_UNKNOWN: invalid('活动方案中没有该评分来源。', 'The template has no such source.'),
  NOT_IN_PARTY: denied(
    '该人员不具备评分所需的职责。',
    'This person does not hold the role that entitles to score here.',
  ),
  SEAT_OF_ANOTHER_ORGANIZATION: denied(
    '您已不属于该席位的单位。',
    'You no longer belong to the unit whose seat this is.',
  ),
  PERSON_UNKNOWN: unknown('找不到该人员。', 'There is no such person.'),
  TOO_MANY_RECUSALS: tooMany('回避声明过多。', 'There are too many recusals.'),
  RECUSAL_REASON_UNKNOWN: invalid('未知的回避事由。', 'This reason for a recusal is not in the list.'),
  RECUSAL_REASON_VAGUE: invalid(
    '启封之后的回避须写明具体事由。',
    'After the opening of sheets a recusal needs one of the particular reasons.',
  ),
  RECUSAL_NOT_DECLARED: notNow('没有这项回避声明。', 'No such recusal was declared.'),
  RECUSED_ALREADY: notNow('该人员已经回避该对象。', 'This person is recused from the entry already.'),
  NOT_YOUR_RECUSAL: denied('只能为本人声明回避。', 'You can declare a recusal for yourself only.'),
  REOPENING_REASON_UNKNOWN: invalid('未知的补评事由。', 'This reason for reopening is not in the list.'),
  ANNULLING_REASON_UNKNOWN: invalid('未知的作废事由。', 'This reason for annulling is not in the list.'),
  SHEET_STILL_OPEN: notNow(
    '您的评分表仍可填写，不需要申请重新开放。',
    'You can still write into your sheet: there is nothing to be opened again.',
  ),
  NOTHING_TO_SCORE: notNow(
    '您已回避全部对象，没有可评的内容。',
    'You are recused from every entry: there is nothing that you could score.',
  ),
  REOPENING_REQUESTED_ALREADY: notNow(
    '您已经申请重新开放，请等待答复，或先撤回。',
    'You have asked for this already: wait for the answer, or take your request back first.',
  ),
  REOPENING_REQUESTED_OFTEN: tooMany(
    '您在本轮评分中申请重新开放的次数已满；请与工作人员联系。',
    'You have asked for this as often as one may in a round: speak to the office.',
  ),
  REOPENING_NOT_REQUESTED: unknown('没有这项重新开放的申请。', 'There is no such request.'),
  REOPENING_ANSWERED_ALREADY: notNow('这项申请已经办结。', 'This request has been settled already.'),
  OWN_REQUEST: denied(
    '不能答复本人的申请；请撤回，或由其他工作人员答复。',
    'Nobody answers his own request: take it back, or leave it to another officer.',
  ),
  UNTIL_INVALID: invalid(
    '截止时间无效：须在今后六十天之内。',
    'This end is not valid: it must lie within the next sixty days.',
  ),
  TOO_MANY_CLOSINGS: tooMany('补评次数过多。', 'The round has been reopened too often.'),

  NOT_AN_EVALUATOR: denied('您不是此次评分的评委。', 'You have no seat in this round.'),
  SEAT_NOT_REOPENED: denied('此次补评不包括您的席位。', 'The round was not reopened for your seat.'),
  SHEET_SUBMITTED_ALREADY: notNow(
    '评分表已经提交，不能再改。',
    'The score sheet has been submitted and can no longer be changed.',
  ),
  SHEET_SAVED_TOO_OFTEN: tooMany(
    '评分表保存次数已达上限：只能补填空格或减少超出办法的分值，填完后提交；提交后可申请重新开放。',
    'The score sheet has been saved as often as it may be: only what is still lacking can be filled in, and then it can be submitted; once submitted, its reopening can be asked for.',
  ),
  SHEET_INCOMPLETE: notNow('评分表尚未填完。', 'The score sheet is not complete.'),
  FULL_MARKS_TOO_MANY: notNow(
    '给出满分的对象超过办法允许的数量。',
    'More entries are given all points than the template allows.',
  ),
  LEVEL_GIVEN_TOO_OFTEN: notNow(
    '某一档次给出的数量超过办法允许的比例。',
    'A level is given more often than the template allows.',
  ),
  POINTS_NOT_DISTINCT: notNow(
    '办法要求各对象得分不同，现有对象得分相同。',
    'The template wants no two entries to have the same points, and some have.',
  ),
  SHEET_TOO_LATE: notNow(
    '评分表在截止之后到达，不计入结果。',
    'The score sheet arrived after the closing and does not count.',
  ),
  SCORES_NONE: invalid('没有评分。', 'There are no marks.'),
  SCORES_TOO_MANY: tooMany('一次保存的评分过多。', 'There are too many marks in one save.'),
  SCORE_TWICE: invalid('同一评分出现两次。', 'The same mark is given twice.'),
  CRITERION_UNKNOWN: invalid('活动方案中没有该指标。', 'The template has no such criterion.'),
  OWN_UNIT: denied('不得为本单位的参评对象评分。', 'Nobody scores the entries of the own unit.'),
  OWN_ENTRY: denied('不得为本人负责的参评对象评分。', 'Nobody scores an entry that he answers for.'),
  RECUSED: denied('您已回避该对象。', 'You are recused from this entry.'),
  SCORE_OUT_OF_RANGE: invalid('分值超出范围。', 'The mark is out of range.'),
  SCORE_TOO_FINE: invalid('分值的小数位过多。', 'The mark has too many decimals.'),
  SCORE_NOT_A_BAND: invalid('分值不在规定档次之内。', 'The mark is none of those offered.'),

  DRAW_BROKEN: notNow('抽签密钥与事先的承诺不符。', 'The secret of the draws is not the one that was committed to.'),
  SHEETS_LACKING: notNow(
    '评分表不足，无法汇总；请补评、免除席位，或作废后重新评分。',
    'Too few sheets for a result: reopen for the seats named, excuse them, or annul the round and begin anew.',
  ),
  SHEETS_NOT_OPENED: notNow('评分表尚未启封。', 'The sealed sheets have not been opened.'),
  TALLY_IMPOSSIBLE: notNow('按现有评分表无法汇总。', 'No result is possible from these sheets.'),

  PROPOSAL_NEEDED: notNow(
    '评分表已经启封：须由机关党委办公室提出，由纪检部门办理。',
    'The sheets have been opened: the office proposes this, and discipline inspection carries it out.',
  ),
  TOO_MANY_PROPOSALS: tooMany('待办的提议过多。', 'Too many proposals are waiting.'),
  TOO_MANY_LATE_ACTS: tooMany(
    '启封之后的更正次数已经用完。',
    'After the opening of sheets no more corrections than these are possible.',
  ),
};

/** What each refusal says to people, and how it is answered. */
export const refusalTexts = {
  ...recommendationTexts,
  ...decisionTexts,
  ...sheetFormTexts,
  ...checklistTexts,
  ...redrawTexts,
  ...bonusTexts,
  ...measureTexts,
  ...appealTexts,
  ...answerTexts,
  ...meetingTexts,
  ...ballotTexts,
  ...voteCodeTexts,
  ...paperBoxTexts,
  ...contestTexts,
  ...dealTexts,
  ...roundTexts,
} as const;
