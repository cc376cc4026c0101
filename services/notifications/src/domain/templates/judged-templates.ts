import type { Subject, Template } from '../template.ts';

const round: Subject = { kind: 'round', field: 'roundId' };

/**
 * Messages to whoever is judged that a claim was decided, or something measured was recorded or changed; once a day for each entry. What became
 * of it, with points and values, is read on its page, where that is recorded.
 */
export const judgedTemplates: readonly Template[] = [
  {
    id: 'bonus-claim-decided',
    version: 1,
    onceADay: 'entry',
    on: 'evaluation.ClaimDecided.v1',
    audience: [{ kind: 'subject' }],
    subject: round,
    title: { zh: '加分申报已认定', en: 'A bonus claim was decided' },
    body: {
      zh: '“{edition}”中，《{entry}》的加分申报今日有新的认定，结果和理由见加分申报。',
      en: '“{edition}”: bonus claims of ‘{entry}’ were decided today; how and why stands beside them.',
    },
  },
  {
    id: 'bonus-claim-reconsidered',
    version: 1,
    onceADay: 'entry',
    on: 'evaluation.ClaimReconsidered.v1',
    audience: [{ kind: 'subject' }],
    subject: round,
    title: { zh: '加分申报重新认定', en: 'A bonus claim was decided anew' },
    body: {
      zh: '“{edition}”中，《{entry}》的加分申报今日有重新认定，结果和理由见加分申报。',
      en: '“{edition}”: bonus claims of ‘{entry}’ were decided anew today; how and why stands beside them.',
    },
  },
  {
    id: 'measure-recorded',
    version: 1,
    each: 'listed-entry',
    onceADay: 'entry',
    on: 'evaluation.MeasuresRecorded.v1',
    audience: [{ kind: 'subject' }],
    subject: round,
    title: { zh: '登记了实测数据', en: 'A measured value was recorded' },
    body: {
      zh: '“{edition}”中，《{entry}》今日登记了实测数据，数据和来源见实测数据。',
      en: '“{edition}”: values measured of ‘{entry}’ were recorded today; see there what they are and what they were taken from.',
    },
  },
  {
    id: 'measure-changed',
    version: 1,
    onceADay: 'entry',
    on: 'evaluation.MeasureChanged.v1',
    audience: [{ kind: 'subject' }],
    subject: round,
    title: { zh: '更正了实测数据', en: 'A measured value was changed' },
    body: {
      zh: '“{edition}”中，《{entry}》的实测数据今日有更正，更正的内容和理由见实测数据。',
      en: '“{edition}”: values measured of ‘{entry}’ were changed today; see there what they are now, and why.',
    },
  },
];
