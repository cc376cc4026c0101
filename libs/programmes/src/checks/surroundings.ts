import { countOf } from '../parameters.ts';
import type { NoticeRule } from '../template/calendar.ts';
import { manyOf } from '../template/names.ts';
import { type Checked, hasAct, partyOfOffice } from './checked.ts';
import { VOICES } from './checklist.ts';
import { checkTests } from './facts.ts';

const checkNotice = (notice: NoticeRule, at: number, { template, faults }: Checked): void => {
  const path = ['notices', at];
  const { calendar } = template;
  const after = calendar.findIndex(({ id }) => id === notice.after);
  if (after === -1) faults.add('STAGE_UNKNOWN', [...path, 'after'], { given: notice.after });
  if (!hasAct(template, 'notice')) faults.add('NOTICE_WITHOUT_STAGE', path);
  const stage = after === -1 ? undefined : calendar.slice(after + 1).find(({ act }) => act === 'notice');
  const days = countOf(notice.days);
  if (stage?.gap !== undefined && notice.clock === 'working' && countOf(stage.gap) < days)
    faults.add('NOTICE_LONGER_THAN_GAP', [...path, 'days'], { days, stage: stage.id, gap: countOf(stage.gap) });
  if (typeof notice.what !== 'string')
    notice.what.forEach((id, index) => {
      if (!template.outcome.some((rule) => rule.id === id))
        faults.add('RULE_UNKNOWN', [...path, 'what', index], { given: id });
    });
};

/** An office within a party is called by its id alone: it is no party, and stands in one of them. */
const checkOfficesApart = ({ template: { parties }, faults }: Checked): void => {
  const seen = new Set<string>([...Object.keys(parties), ...VOICES]);
  for (const [party, { members = [], memberNames = {} }] of Object.entries(parties)) {
    members.forEach((given, at) => {
      if (seen.has(given)) faults.add('NAMED_TWICE', ['parties', party, 'members', at], { given });
      seen.add(given);
    });
    for (const given of Object.keys(memberNames))
      if (!members.includes(given))
        faults.add('OFFICE_NOT_MEMBER', ['parties', party, 'memberNames', given], { given, party });
  }
};

/** Notices, documents, duties and subjects name only what is there. */
export const checkSurroundings = (checked: Checked): void => {
  const { template, faults } = checked;
  checkOfficesApart(checked);
  template.notices.forEach((notice, at) => checkNotice(notice, at, checked));
  if (template.notices.length === 0)
    template.calendar.forEach(({ id, act }, at) => {
      if (act === 'notice') faults.add('STAGE_WITHOUT_NOTICE', ['calendar', at], { stage: id });
    });
  template.documents.forEach(({ for: rules }, at) => {
    manyOf(rules).forEach((id, index) => {
      if (!template.outcome.some((rule) => rule.id === id))
        faults.add('RULE_UNKNOWN', ['documents', at, 'for', index], { given: id });
    });
  });
  const asked = new Set(
    [template.intake.documents, ...template.subjects.map(({ documents }) => documents ?? [])].flat(),
  );
  for (const id of Object.keys(template.intake.documentNames ?? {}))
    if (!asked.has(id)) faults.add('DOCUMENT_NOT_ASKED', ['intake', 'documentNames', id], { given: id });
  template.duties.forEach(({ by }, at) => {
    if (by !== 'entry' && partyOfOffice(template, by) === undefined)
      faults.add('PARTY_UNKNOWN', ['duties', at, 'by'], { given: by });
  });
  template.subjects.forEach(({ needs }, at) => checkTests(needs, ['subjects', at, 'needs'], undefined, checked));
};
