import { flagText, formed, id } from './fields.ts';

export const STREAM_CHARS_MAX = 200;

export const streamBeginning = () => formed(/^[a-z][a-z0-9.-]*$/u, 'stream-beginning').max(STREAM_CHARS_MAX);
export const factType = () => formed(/^[A-Za-z]+\.v\d{1,4}$/u, 'fact-type').max(100);

/** Of which part of the tree. */
export const partOfTree = {
  organization: id().optional().meta({
    description:
      '该组织及其下级（含其人员和事项）；不填为全部 / Of this organization and all below it, of their people and things; absent: of everything',
  }),
  itselfOnly: flagText()
    .optional()
    .meta({ description: '仅本级，不含下级 / Only of the organization itself, without what stands below it' }),
};
