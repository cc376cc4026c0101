import { AppealServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/appeal_service';
import { BonusServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/bonus_service';
import { ChecklistServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/checklist_service';
import { MeasureServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/measure_service';
import { PaperBoxServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/paper_box_service';
import { EVIDENCE_MEDIA_TYPES, type EvidenceStore } from '@jiangong/evidence';
import { z } from 'zod';
import { stillThere } from '../../application/destroyed-files.ts';
import { EdgeError } from '../../application/problem.ts';
import { appealParams } from '../../routes/evaluation/appeal-shapes.ts';
import { claimParams } from '../../routes/evaluation/bonus-shapes.ts';
import { findingParams } from '../../routes/evaluation/checklist-shapes.ts';
import { measureOfEntryParams } from '../../routes/evaluation/measure-shapes.ts';
import { paperCountParams } from '../../routes/evaluation/paper-box-shapes.ts';
import { tags } from '../../routes/evaluation/shapes.ts';
import { sha256 } from '../../routes/fields.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import type { namedEvidence } from '../grpc/named-evidence.ts';
import { fileOut } from './file-out.ts';
import type { LocalContext } from './register-routes.ts';

export type JudgedEvidenceParts = Readonly<{ evidence: EvidenceStore; named: ReturnType<typeof namedEvidence> }>;

const file = { method: 'GET', tags, file: 'out', refuses: [410], answer: z.unknown() } as const;
const mediaTypes = [...EVIDENCE_MEDIA_TYPES];

/**
 * Hands out what evaluation says to be named in something that the caller is shown, where whoever named it had added the file himself. A hash
 * that nobody brought bytes for opens nothing, alike whether others have such a file.
 */
const handOut = async (
  { evidence, named }: JudgedEvidenceParts,
  context: LocalContext,
  { hash, namedBy }: Readonly<{ hash: string; namedBy: readonly string[] }>,
) => {
  if (namedBy.length === 0) throw new EdgeError('EVIDENCE_NOT_FOUND', { field: 'sha256' });
  return fileOut(evidence, context, { ...stillThere(await named(hash, namedBy)), sha256: hash });
};

/** The tally sheet of a count, for tellers who are shown it. */
const tallySheetRoute = (parts: JudgedEvidenceParts): Route<LocalContext> =>
  localRoute({
    ...file,
    mediaTypes,
    path: '/v1/rounds/{roundId}/paper-boxes/{sourceId}/counts/{countId}/evidence/{sha256}',
    summary: {
      zh: '打开计票单（仅计票人；查阅留痕）',
      en: 'Open the tally sheet of a count, for tellers who are shown the count; the read is recorded',
    },
    params: paperCountParams.extend({ sha256: sha256() }),
    handle: async ({ params }, context: LocalContext, outlet) => {
      const { namedBy } = await outlet.call('evaluation', PaperBoxServiceService.getTallySheet, params);
      return handOut(parts, context, { hash: params.sha256, namedBy });
    },
  });

/** The documents of findings, claims and measured values, for whoever is shown these; each read is recorded. */
export const judgedEvidenceRoutes = (parts: JudgedEvidenceParts): readonly Route<LocalContext>[] => [
  localRoute({
    ...file,
    mediaTypes,
    path: '/v1/rounds/{roundId}/entries/{entryId}/occurrences/{occurrenceId}/evidence/{sha256}',
    summary: {
      zh: '打开检查记录的佐证材料（查阅留痕）',
      en: 'Open a document of a finding, for whoever is shown the finding; the read is recorded',
    },
    params: findingParams.extend({ sha256: sha256() }),
    handle: async ({ params }, context: LocalContext, outlet) => {
      const { namedBy } = await outlet.call('evaluation', ChecklistServiceService.getFindingEvidence, params);
      return handOut(parts, context, { hash: params.sha256, namedBy });
    },
  }),
  localRoute({
    ...file,
    mediaTypes,
    path: '/v1/rounds/{roundId}/entries/{entryId}/bonus-claims/{claimId}/evidence/{sha256}',
    summary: {
      zh: '打开加分申报的佐证材料（查阅留痕）',
      en: 'Open a document of a claim, for whoever is shown the claim; the read is recorded',
    },
    params: claimParams.extend({ sha256: sha256() }),
    handle: async ({ params }, context: LocalContext, outlet) => {
      const { namedBy } = await outlet.call('evaluation', BonusServiceService.getClaimEvidence, params);
      return handOut(parts, context, { hash: params.sha256, namedBy });
    },
  }),
  localRoute({
    ...file,
    mediaTypes,
    path: '/v1/rounds/{roundId}/entries/{entryId}/appeals/{appealId}/evidence/{sha256}',
    summary: {
      zh: '打开申诉的佐证材料（查阅留痕）',
      en: 'Open a document of an appeal, for whoever is shown the appeal; the read is recorded',
    },
    params: appealParams.extend({ sha256: sha256() }),
    handle: async ({ params }, context: LocalContext, outlet) => {
      const { namedBy } = await outlet.call('evaluation', AppealServiceService.getAppealEvidence, params);
      return handOut(parts, context, { hash: params.sha256, namedBy });
    },
  }),
  localRoute({
    ...file,
    mediaTypes,
    path: '/v1/rounds/{roundId}/entries/{entryId}/measures/{sourceId}/evidence/{sha256}',
    summary: {
      zh: '打开实测数据的原始材料（查阅留痕）',
      en: 'Open a document of a measured value, for whoever is shown the value; one of many entries for its office alone; the read is recorded',
    },
    params: measureOfEntryParams.extend({ sha256: sha256() }),
    handle: async ({ params }, context: LocalContext, outlet) => {
      const { namedBy } = await outlet.call('evaluation', MeasureServiceService.getMeasureEvidence, params);
      return handOut(parts, context, { hash: params.sha256, namedBy });
    },
  }),
  tallySheetRoute(parts),
];
