import type { SeriesFact } from '../src/domain/series/series.ts';
import type { TemplateAdopted } from '../src/domain/template/template.ts';
import { COMMITTEE, EDITION, SERIES, TEMPLATE_HASH } from './domain/edition-sample.ts';

const claim = { seriesId: SERIES, year: 2021, ordinal: 1, editionId: EDITION } as const;
/** Facts of series and of templates. */
export const seriesFacts: readonly (SeriesFact | TemplateAdopted)[] = [
  { type: 'SeriesBegun.v1', data: { seriesId: SERIES, committeeId: COMMITTEE } },
  { type: 'EditionClaimed.v1', data: { ...claim, templateId: 'jiangong-edition' } },
  { type: 'EditionReleased.v1', data: claim },
  {
    type: 'TemplateAdopted.v1',
    data: {
      ...{ templateHash: TEMPLATE_HASH, committeeId: COMMITTEE, templateId: 'jiangong-edition' },
      ...{ titleZh: '建功', titleEn: 'Merit campaign', canonicalText: '{"schema":2}' },
    },
  },
];
