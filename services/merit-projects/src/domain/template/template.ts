import type { Decider, Fact, Refusal } from '@jiangong/event-store';
import type { Instant } from '@jiangong/calendar';
import * as limits from '../limits.ts';

/** A committee took a programme into use. Its hash is its identity; the canonical text is all that is needed to compile it again. */
export type TemplateAdopted = Fact<
  'TemplateAdopted.v1',
  Readonly<{
    templateHash: string;
    committeeId: string;
    /** The template's lasting name: several versions of one programme share it. */
    templateId: string;
    titleZh: string;
    titleEn: string;
    canonicalText: string;
  }>
>;

/** Of a text that has been validated and brought into its canonical form. */
export type AdoptTemplate = Readonly<{ type: 'AdoptTemplate'; now: Instant }> & TemplateAdopted['data'];

export type TemplateReason = 'TEMPLATE_TOO_LARGE' | 'TEMPLATE_EMPTY';
export type TemplateRefusal = Refusal<TemplateReason>;

export type Template = Readonly<{ kind: 'absent' }> | Readonly<{ kind: 'adopted' } & TemplateAdopted['data']>;

const decide = (template: Template, order: AdoptTemplate): readonly TemplateAdopted[] | TemplateRefusal => {
  const { templateHash, committeeId, templateId, titleZh, titleEn, canonicalText } = order;
  if (canonicalText === '') return { reason: 'TEMPLATE_EMPTY', field: 'template' };
  if (Buffer.byteLength(canonicalText) > limits.TEMPLATE_BYTES_MAX)
    return { reason: 'TEMPLATE_TOO_LARGE', field: 'template', details: { bytesMax: limits.TEMPLATE_BYTES_MAX } };
  if (template.kind === 'adopted') return [];
  return [
    { type: 'TemplateAdopted.v1', data: { templateHash, committeeId, templateId, titleZh, titleEn, canonicalText } },
  ];
};

/** The rule over one adopted template (stream `merit-projects.template-<committee, hash>`): twice is once, another text is another template. */
export const templateDecider: Decider<Template, AdoptTemplate, TemplateAdopted, TemplateRefusal> = {
  initial: { kind: 'absent' },
  evolve: (_, { data }) => ({ kind: 'adopted', ...data }),
  decide,
};
