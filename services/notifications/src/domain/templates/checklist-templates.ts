import type { Subject, Template } from '../template.ts';

const round: Subject = { kind: 'round', field: 'roundId' };

/**
 * Messages about check-lists: that they are open, and, to whoever is judged, that something stands in his. What was found, in which item
 * and by which office is read on the list, where that is recorded.
 */
export const checklistTemplates: readonly Template[] = [
  {
    id: 'checklist-opened',
    version: 1,
    on: 'evaluation.RoundOpened.v1',
    audience: [{ kind: 'checkers' }],
    subject: round,
    title: { zh: '考核开始', en: 'Checking is open' },
    body: {
      zh: '“{edition}”开始考核，请登记发现的情况并为由您负责的项目打分。',
      en: 'Checking for “{edition}” is open: record what was found, and mark the items that are yours.',
    },
  },
  {
    id: 'checklist-self-opened',
    version: 1,
    on: 'evaluation.RoundOpened.v1',
    audience: [{ kind: 'self-scorers' }],
    subject: round,
    title: { zh: '请自评', en: 'Mark yourselves' },
    body: {
      zh: '“{edition}”开始考核，请在检查清单上自评。',
      en: 'Checking for “{edition}” is open: mark yourselves on your check-list.',
    },
  },
  {
    id: 'checklist-redrawn',
    version: 1,
    on: 'evaluation.ListRedrawn.v1',
    audience: [{ kind: 'checkers' }, { kind: 'judged' }],
    subject: round,
    title: { zh: '检查清单调整了分值', en: 'A check-list was redrawn' },
    body: {
      zh: '“{edition}”下一轮检查清单的分值有调整，总分不变；各项分值见检查清单。',
      en: '“{edition}”: items of the check-list of a round to come have other points, within the same total. See them on the list.',
    },
  },
  {
    id: 'checklist-finding-recorded',
    version: 1,
    on: 'evaluation.OccurrenceRecorded.v1',
    audience: [{ kind: 'subject' }],
    subject: round,
    title: { zh: '检查清单登记了新情况', en: 'Something was recorded on your check-list' },
    body: {
      zh: '“{edition}”考核中，《{entry}》的检查清单登记了一项情况；内容见检查清单，办法允许的可以说明情况。',
      en: '“{edition}”: something was recorded on the check-list of ‘{entry}’. Read it there; where the rules allow it, you may answer.',
    },
  },
  {
    id: 'checklist-finding-withdrawn',
    version: 1,
    on: 'evaluation.OccurrenceWithdrawn.v1',
    audience: [{ kind: 'subject' }],
    subject: round,
    title: { zh: '检查清单撤销了一项情况', en: 'Something was withdrawn from your check-list' },
    body: {
      zh: '“{edition}”考核中，《{entry}》的检查清单撤销了一项已登记的情况，理由见检查清单。',
      en: '“{edition}”: something recorded on the check-list of ‘{entry}’ was withdrawn; the reason stands there.',
    },
  },
  {
    id: 'checklist-item-reviewed',
    version: 1,
    onceADay: 'entry',
    on: 'evaluation.ItemReviewed.v1',
    audience: [{ kind: 'subject' }],
    subject: round,
    title: { zh: '检查清单有新的打分', en: 'Your check-list was marked' },
    body: {
      zh: '“{edition}”考核中，《{entry}》的检查清单有项目打了分或改了分，见检查清单。',
      en: '“{edition}”: an item on the check-list of ‘{entry}’ was marked, or marked anew; see it there.',
    },
  },
  {
    id: 'checklist-finding-recorded',
    version: 2,
    onceADay: 'entry',
    on: 'evaluation.OccurrenceRecorded.v1',
    audience: [{ kind: 'subject' }],
    subject: round,
    title: { zh: '检查清单登记了新情况', en: 'Something was recorded on your check-list' },
    body: {
      zh: '“{edition}”考核中，《{entry}》的检查清单今日登记了新的情况；内容见检查清单，办法允许的可以说明情况。',
      en: '“{edition}”: something was recorded today on the check-list of ‘{entry}’. Read it there; where the rules allow it, you may answer.',
    },
  },
  {
    id: 'checklist-finding-withdrawn',
    version: 2,
    onceADay: 'entry',
    on: 'evaluation.OccurrenceWithdrawn.v1',
    audience: [{ kind: 'subject' }],
    subject: round,
    title: { zh: '检查清单有已登记的情况被撤销', en: 'Something was withdrawn from your check-list' },
    body: {
      zh: '“{edition}”考核中，《{entry}》的检查清单今日有已登记的情况被撤销，理由见检查清单。',
      en: '“{edition}”: something recorded on the check-list of ‘{entry}’ was withdrawn today; the reason stands there.',
    },
  },
  {
    id: 'checklist-finding-answered',
    version: 1,
    onceADay: 'round',
    on: 'evaluation.FindingAnswered.v1',
    audience: [{ kind: 'checkers' }],
    subject: round,
    title: { zh: '被检查方说明了情况', en: 'A finding was answered' },
    body: {
      zh: '“{edition}”考核中，今日有被检查方对登记的情况作了说明，请到检查清单查看由您负责的项目。',
      en: '“{edition}”: findings were answered today by those who are judged. See the items that are yours on the check-lists.',
    },
  },
];
