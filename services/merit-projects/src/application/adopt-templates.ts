import { type Handled, withPreconditions } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import {
  type AdoptTemplate as AdoptOrder,
  type Template,
  type TemplateAdopted,
  templateDecider,
  type TemplateRefusal,
} from '../domain/template/template.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { LookedAt, Programmes, SampleAsked } from './programmes.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { templateStream } from './streams.ts';

export type AdoptTemplate = Readonly<{ committeeId: string; template: string }>;
export type TemplateHandled = Handled<TemplateAdopted, TemplateRefusal | ReferenceRefusal>;

export type TemplateLookedAt = Readonly<{ lookedAt: LookedAt; isAdopted: boolean }>;

type Ports = Readonly<{ knowledge: CampaignKnowledge; programmes: Programmes }>;

/** A committee takes a programme into use; and what it adopted, as its own stream says. */
export const adoptTemplates = (ground: Ground, { knowledge, programmes }: Ports) => {
  const handle = ground.handler(
    withPreconditions<Template, AdoptOrder, TemplateAdopted, TemplateRefusal, ReferenceRefusal>(templateDecider),
  );
  const adopted = async (committeeId: string, templateHash: string): Promise<Template> =>
    (await handle.stateOf(templateStream(committeeId, templateHash))).state;
  return {
    adopted,
    /** What adopting would find, and whether it is adopted already; nothing is stored. */
    check: async ({ committeeId, template }: AdoptTemplate, asked: SampleAsked): Promise<TemplateLookedAt> => {
      const lookedAt = programmes.lookAt(template, asked);
      if (lookedAt.kind !== 'template') return { lookedAt, isAdopted: false };
      const { kind } = await adopted(committeeId, lookedAt.templateHash);
      return { lookedAt, isAdopted: kind === 'adopted' };
    },
    adopt: async (
      request: AdoptTemplate,
      call: CallContext,
    ): Promise<Readonly<{ templateHash: string; handled: TemplateHandled }>> => {
      const { committeeId } = request;
      const read = programmes.read(request.template);
      // What can not be read has no identity, so no stream to ask: the refusal is final, and nothing was stored that a repeat could find.
      if (read.kind === 'fault') return { templateHash: '', handled: { kind: 'refused', refusal: read.refusal } };
      const { templateHash, templateId, titleZh, titleEn, canonicalText } = read;
      const committee = await knowledge.organization(committeeId);
      const data = { templateHash, committeeId, templateId, titleZh, titleEn, canonicalText };
      const handled = await handle({
        stream: templateStream(committeeId, templateHash),
        order:
          committee && !committee.dissolved
            ? { kind: 'order', order: { type: 'AdoptTemplate', now: call.now, ...data } }
            : { kind: 'refused', refusal: { reason: 'COMMITTEE_NOT_FOUND', field: 'committeeId' } },
        body: { rpc: 'AdoptTemplate', ...request },
        context: call,
      });
      return { templateHash, handled };
    },
  };
};

export type AdoptTemplates = ReturnType<typeof adoptTemplates>;
