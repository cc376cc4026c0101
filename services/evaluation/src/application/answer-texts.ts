import type { RefusalText } from '@jiangong/service-host';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const denied = (zh: string, en: string): RefusalText => ({ status: 'PERMISSION_DENIED', zh, en });

/** What the refusals say of what is looked up before a body decides. */
export const answerTexts = {
  FACT_NOT_ASKED: { status: 'NOT_FOUND', zh: '奖项规则没有要求查实这一项。', en: 'No rule of an award asks this.' },
  FACT_NOT_YOURS: denied('此项不由您查实填报。', 'This is not yours to look up.'),
  FACT_VALUE_INVALID: invalid(
    '填报内容与所问不符：是或否、次数，或所列词语之一。',
    'This does not answer what is asked: yes or no, a whole number, or one of the words.',
  ),
  FACT_KNOWN_OTHERWISE: notNow(
    '与本届上一次评定的决定不符：上一次评定给予 {known} 次。填报有误的请照此填报；上一次评定有误的，先撤销并重新作出那次决定。',
    'The decision over the rating before says otherwise: {known}. Answer with that number; where that rating was wrong, its decision is undone and taken again first.',
  ),
  FACT_ANSWERED_ALREADY: {
    status: 'ALREADY_EXISTS',
    zh: '此项已经填报；有误的，由另一人更正。',
    en: 'This has been answered already: another person puts it right where it is wrong.',
  },
  FACT_HAS_NO_ANSWER: notNow(
    '此项尚未填报，无从更正。',
    'This has not been answered yet: there is nothing to put right.',
  ),
  FACT_ANSWER_STANDS: notNow('与现有填报相同。', 'This is what the answer says already.'),
  FACT_CORRECTED_TOO_OFTEN: notNow('此项更正次数过多。', 'This answer was put right too often.'),
  OWN_ANSWER: denied(
    '原填报是您作出的，须由另一人更正。',
    'You answered it yourself: another person has to put it right.',
  ),
} as const satisfies Readonly<Record<string, RefusalText>>;
