import type { RefusalText } from '@jiangong/service-host';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const denied = (zh: string, en: string): RefusalText => ({ status: 'PERMISSION_DENIED', zh, en });
const unknown = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });
const tooMany = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });

/** What the refusals of measures alone say; those they share with rounds, check-lists and bonuses stand with these. */
export const measureTexts = {
  NO_MEASURE: notNow('此次评分没有这项实测数据。', 'This round has no such measure.'),
  MEASURE_NOT_YOURS: denied('这项实测数据不由您登记。', 'This measure is not yours to record.'),
  VALUES_NONE: invalid('没有填写任何数据。', 'No value is given.'),
  TOO_MANY_VALUES: tooMany('一次登记的数据过多。', 'These are too many values at once.'),
  VALUE_INVALID: invalid(
    '数据无效：须为不带符号的数，且在允许的范围之内。',
    'This value is not valid: it must be a number without a sign, within what is allowed.',
  ),
  VALUE_TOO_FINE: invalid('小数位数过多。', 'This value has too many decimals.'),
  VALUE_TWICE: invalid('同一对象的同一次成绩出现两次。', 'One attempt of an entry is given twice.'),
  VALUE_RECORDED_ALREADY: notNow(
    '该次成绩已经登记，且与此不同；请写明事由更正。',
    'This attempt is recorded already, and otherwise: change it with a reason.',
  ),
  VALUE_UNKNOWN: unknown('该次成绩没有登记。', 'Nothing is recorded of this attempt.'),
  VALUE_STANDS: notNow('与现有数据相同，没有变化。', 'This is what stands already: nothing would change.'),
  ATTEMPT_INVALID: invalid('次数无效。', 'There is no such attempt.'),
  MEASURE_NEEDS_DOCUMENT: invalid('须附原始材料。', 'The document that the values come from must be attached.'),
  CHANGE_UNKNOWN: invalid('须说明改为新数据还是撤销。', 'A value becomes another one, or none.'),
  CHANGING_REASON_UNKNOWN: invalid('未知的更正事由。', 'This reason for changing a value is not in the list.'),
  CHANGED_TOO_OFTEN: tooMany('该次成绩更正次数过多。', 'This value has been changed too often.'),
  PROPOSAL_NOT_NEEDED: notNow(
    '登记尚未截止，可以直接更正，不必由第二人执行。',
    'While the round is open one person changes a value: nothing has to be proposed.',
  ),
  MEASURE_FORM_UNKNOWN: invalid(
    '文件中找不到“编号”和“数据”两列，不是从本系统下载的登记表。',
    'No columns “编号” and “数据” are in the file: it is no form that was downloaded here.',
  ),
} as const satisfies Readonly<Record<string, RefusalText>>;
