import type { CallContext } from '@jiangong/service-host';
import type { AppealRefusal } from '../domain/appeal/refusals.ts';
import type { BonusRefusal } from '../domain/bonus/refusals.ts';
import type { ChecklistRefusal } from '../domain/checklist/refusals.ts';
import { isOfOneEntry, namerOf } from '../domain/measure/documents.ts';
import type { MeasureRefusal } from '../domain/measure/refusals.ts';
import { isOffice, shownOf } from '../domain/measure/shown.ts';
import type { OfEntry } from './change-checklist.ts';
import type { Evaluation } from './evaluation.ts';
import { readAppeals } from './show-appeals.ts';
import { readClaims } from './show-bonus.ts';
import { readList } from './show-checklist.ts';
import { readEntryMeasures } from './show-measures.ts';

/**
 * Who named a file in something that the caller is shown; nobody, where nothing that he is shown names it. Whoever keeps the bytes hands them
 * out only where one of them had added the file himself: a hash that somebody merely knows opens nothing.
 */
type NamedBy<R> = Promise<readonly string[] | R>;
type Asked<I> = OfEntry & Readonly<{ sha256: string }> & I;

/** A document of a finding, by the rule that shows the finding. */
export const findingEvidence =
  (evaluation: Evaluation) =>
  async (
    { occurrenceId, sha256, ...of }: Asked<Readonly<{ occurrenceId: string }>>,
    call: CallContext,
  ): NamedBy<ChecklistRefusal> => {
    const found = await readList(evaluation, of, call);
    if (found === undefined) return { reason: 'NO_CHECKLIST', field: 'entryId' };
    const { occurrences } = found.shown;
    return occurrences
      .filter((one) => one.occurrenceId === occurrenceId && one.evidence.includes(sha256))
      .map(({ recordedBy }) => recordedBy);
  };

/** A document of a claim, by the rule that shows the claim. */
export const claimEvidence =
  (evaluation: Evaluation) =>
  async (
    { claimId, sha256, ...of }: Asked<Readonly<{ claimId: string }>>,
    call: CallContext,
  ): NamedBy<BonusRefusal> => {
    const found = await readClaims(evaluation, of, call);
    if ('reason' in found) return found;
    return found.shown.claims
      .filter((one) => one.claimId === claimId && one.evidence.includes(sha256))
      .map(({ claimedBy }) => claimedBy);
  };

/** A document of an appeal, by the rule that shows the appeal. */
export const appealEvidence =
  (evaluation: Evaluation) =>
  async (
    { appealId, sha256, ...of }: Asked<Readonly<{ appealId: string }>>,
    call: CallContext,
  ): NamedBy<AppealRefusal> => {
    const found = await readAppeals(evaluation)(of, call);
    if ('reason' in found) return found;
    return found.appeals
      .filter((one) => one.appealId === appealId && one.evidence.includes(sha256))
      .map(({ filedBy }) => filedBy);
  };

/** A document of a value, as it is or was, or of what is proposed about it, by the rule that shows the value. */
export const measureEvidence =
  (evaluation: Evaluation) =>
  async (
    { sourceId, sha256, ...of }: Asked<Readonly<{ sourceId: string }>>,
    call: CallContext,
  ): NamedBy<MeasureRefusal> => {
    const found = await readEntryMeasures(evaluation, of, call);
    if ('reason' in found) return found;
    const { reader } = found;
    const namers = found.measures
      .filter(({ open }) => open.source.id === sourceId)
      .flatMap(({ open, measure, read }) => {
        const facts = read.map(({ fact }) => fact);
        if (!isOffice(reader, open) && !isOfOneEntry(facts, sha256)) return [];
        const { values, proposals } = shownOf(measure, open, of.entryId, reader);
        const proposed = new Set(proposals.map(({ proposalId }) => proposalId));
        const attempts = [
          ...[...values.values()].map(({ attempt }) => attempt),
          ...proposals.map(({ terms }) => terms.attempt),
        ];
        return facts.flatMap((fact) => {
          if (fact.type === 'ActProposed.v1' && !proposed.has(fact.data.proposalId)) return [];
          return attempts.flatMap((attempt) => namerOf(fact, { entryId: of.entryId, attempt }, sha256) ?? []);
        });
      });
    return [...new Set(namers)];
  };
