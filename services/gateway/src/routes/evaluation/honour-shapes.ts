import { z } from 'zod';
import { day, id, instant, word } from '../fields.ts';
import type { AsSaid } from '../route.ts';

const HONOUR_KINDS = ['entry', 'organization', 'person', 'pacesetter'] as const;
const HONOUR_STATES = ['granted', 'withdrawn'] as const;
export const STANDINGS = ['stands', 'expired', 'withdrawn'] as const;

/** An honour as everybody may see it. */
export const honour = z
  .object({
    honourId: id(),
    kind: word(HONOUR_KINDS),
    year: z.number().int(),
    title: z.string(),
    organizationId: id(),
    organizationZh: z.string(),
    organizationEn: z.string(),
    award: z.string().meta({ description: '长期不变的代码 / The lasting code' }),
    gradeZh: z.string(),
    gradeEn: z.string(),
    grantedBy: id(),
    grantedByZh: z.string(),
    grantedByEn: z.string(),
    documentNumber: z.string(),
    grantedAt: instant(),
    until: day()
      .nullable()
      .meta({ description: '有效期的最后一日；长期有效的为空 / The last day it is held; null where it has no end' }),
    state: word(HONOUR_STATES),
    standing: word(STANDINGS).meta({ description: '目前是否仍然有效 / Whether it still stands today' }),
    withdrawnOn: day().nullable().meta({
      description: '自哪一日起失效；未撤销的为空 / From which day on it does not; null while it was not withdrawn',
    }),
  })
  .meta({ id: 'Honour' });

/** The service's words are the closed lists above: its own types hold them as texts. */
export const honourOut = (given: object): AsSaid<z.input<typeof honour>> => ({ ...given }) as z.input<typeof honour>;
