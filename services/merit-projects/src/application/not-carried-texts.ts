import type { NotCarried } from '../domain/edition/copy.ts';

type Text = Readonly<{ zh: string; en: string }>;

/** Why a copy of an earlier edition is without something, or has it otherwise. */
export const notCarriedTexts: Readonly<Record<NotCarried['what'], Text>> = {
  'late-entries': {
    zh: '补报许可只对原年度有效，不带入。',
    en: 'Late entries were allowed in that year alone and are not taken over.',
  },
  'reopened-stage': {
    zh: '该阶段曾重新开放；带入的是重新开放之前的日程。',
    en: 'This stage was opened again; its days from before that are taken over.',
  },
  'holidays-unknown': {
    zh: '有关年份的节假日尚未录入，日期按原月日带入，未核对是否工作日。',
    en: 'The holidays of a year are not entered: the days are the same of the month, and nobody has asked whether they are worked.',
  },
  'day-moved': {
    zh: '原日期是工作日，新年度的同一天不是，已顺延至下一个工作日。',
    en: 'The day was worked and the same day of the new year is not: it is the next working day.',
  },
  'newer-template': {
    zh: '委员会此后采用了同一方案的新版本；带入的仍是原版本。',
    en: 'The committee has adopted a newer version of the template since; the copy follows the old one.',
  },
  'title-without-year': {
    zh: '名称中没有年份，原样带入，请核对。',
    en: 'The title names no year and is taken over as it is: look at it.',
  },
};
