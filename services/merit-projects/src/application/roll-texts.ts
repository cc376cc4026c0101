import { already, invalid, notNow, tooMany } from './refusal-status.ts';

export const rollTexts = {
  NO_ROLL: notNow('本活动不按名册确定参评对象或名额。', 'This edition has no roll.'),
  ROLL_NOT_DUE: notNow('名册日期未到。', 'The day of the roll has not come.'),
  ROLL_TOO_LONG: tooMany(
    '名册上的组织过多，请先剔除不参评的。',
    'More stand on the roll than may: take off who does not belong.',
  ),
  LIST_TAKEN_OFF_BY_TWO: notNow(
    '名单由平台测算：不应列入的，须由一人提出移出、另一人办理，一个人不能移出。',
    'The platform computed this list: one person proposes to take somebody off it, and another carries it out; nobody does it alone.',
  ),
  ROLL_CLOSED: notNow(
    '参评对象已进入评分，名册不能再改；不应参评的，须由两人办理移出。',
    'Entries have entered: the roll changes no more. Two offices can still take out an entry that does not belong.',
  ),
  ROLL_AFTER_DECLARING_OPENS: invalid(
    '在册对象自行申报，申报不能早于名册日期开始。',
    'Whoever stands on the roll declares itself: declaring does not open before the day of the roll.',
  ),
  ROLL_AFTER_SCORING_OPENS: invalid(
    '评分或考核不能早于名册日期开始。',
    'Nothing is scored before the day of the roll has come.',
  ),
  SUBJECT_NOT_ON_ROLL: notNow('该组织不在名册上。', 'This organization does not stand on the roll.'),
  SUBJECT_ON_ROLL_ALREADY: already('该组织已在名册上。', 'This organization stands on the roll already.'),
  SUBJECT_EXCLUDED_ALREADY: already('该组织已被剔除。', 'This organization was taken off already.'),
  TOO_MANY_ROLL_CORRECTIONS: tooMany('名册更正次数已达上限。', 'The roll was put right as often as it may be.'),
  COUNTED_FROM_THE_TREE: notNow(
    '该类别的总数由平台按组织名册计算。',
    'The platform counts this category from its organizations.',
  ),
  ROLL_COUNT_INVALID: invalid('总数须为 1 至 {max} 的整数。', 'The whole is a whole number from 1 to {max}.'),
  ENTRY_ON_THE_ROLL: notNow(
    '在册的组织全部参评，不能自行撤回；不应参评的，由主办方剔除。',
    'Everybody on the roll enters: nobody withdraws. The office takes off the roll who does not belong.',
  ),
};
