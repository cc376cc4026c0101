import { invalid, notNow } from './refusal-status.ts';

export const lateEntryTexts = {
  LATE_ENTRY_NOT_FOR_STAGE: invalid('该阶段不适用补报。', 'There is no late entry for this stage.'),
  LATE_ENTRY_NOT_NEEDED: notNow(
    '该阶段届时尚未结束，无需补报。',
    'The stage is still open then: no late entry is needed.',
  ),
  LATE_ENTRY_PAST_SCORING: notNow('补报期限不能晚于评分开始。', 'Late entry must end before scoring opens.'),
  NO_LATE_ENTRY: notNow(
    '该单位在该阶段没有正在生效的补报许可。',
    'No late entry runs for this nominator in this stage.',
  ),
};
