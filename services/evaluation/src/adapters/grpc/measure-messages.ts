import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/measure_service';
import type * as told from '@jiangong/contracts/jiangong/evaluation/v1/measures';
import type { HeldList } from '@jiangong/read-models';
import { wordsOf } from '@jiangong/service-host';
import { sortKeyOf } from '@jiangong/wording/search';
import type { MeasureLine } from '../../application/measure-progress.ts';
import { measureTexts } from '../../application/measure-texts.ts';
import { refusalTexts } from '../../application/refusal-texts.ts';
import { cellTexts } from '../../application/sheet-form-texts.ts';
import type { ShownMeasureProposal, ShownMeasures, ShownValue, ShownVersion } from '../../application/show-measures.ts';
import type { CheckedMeasures } from '../../application/check-measure-form.ts';
import { daysOf } from '../../domain/checklist/judged-time.ts';
import type { GivenMeasure } from '../../domain/measure/facts.ts';
import type { OpenMeasure } from '../../domain/measure/ground.ts';
import type { AskedChange } from '../../domain/measure/orders.ts';
import type { FaultyValue } from '../../domain/measure/read-form.ts';
import { writtenValue } from '../../domain/measure/read-value.ts';
import { recordsOf } from '../../domain/measure/shown.ts';

export const MEASURE_SORTS = ['lacking', 'title', 'recorded'] as const;

export const measureRows = ({
  progress,
}: Pick<rpc.ListMeasuresRequest, 'progress'>): HeldList<MeasureLine, (typeof MEASURE_SORTS)[number]> => ({
  idOf: ({ entryId }) => entryId,
  sorts: {
    lacking: ({ lacking }) => -lacking,
    title: ({ title }) => sortKeyOf(title),
    recorded: ({ recorded }) => recorded,
  },
  facets: { progress: { of: (row) => row.progress, words: wordsOf(progress, 'progress') } },
});

/** A change as it was asked for; words that are missing are the rule book's to refuse. */
export const askedChange = (
  { entryId, why }: Readonly<{ entryId: string; why: string }>,
  given: told.AskedChange | undefined,
): AskedChange => ({
  ...{ attempt: 0, asked: '', value: '', dayOf: '', because: '', origin: '', evidence: [] },
  ...given,
  ...{ entryId, why },
});

/** The days that are judged; empty where the round is held once. */
export const judgedDays = (measure: OpenMeasure | undefined) => {
  const days = measure === undefined ? null : daysOf(measure.rules.time, 'round', 1);
  return { judgedFrom: days?.first ?? '', judgedTo: days?.last ?? '' };
};

export const sourceMessage = ({ source, rules }: OpenMeasure, records: boolean): told.MeasureSource => ({
  ...{ sourceId: source.id, nameZh: rules.name?.[0] ?? '', nameEn: rules.name?.[1] ?? '' },
  ...{ unit: rules.unit, decimals: rules.decimals, better: source.better },
  ...{ documentRequired: rules.document === 'required', partyId: rules.by, records },
});

const givenMessage = (given: GivenMeasure | null, { rules }: OpenMeasure) =>
  given === null
    ? { asked: 'none', value: '', dayOf: '' }
    : { asked: 'value', value: writtenValue(given.value, rules), dayOf: given.dayOf };

export const rowMessage = ({ values, ...line }: MeasureLine): told.MeasureRow => ({
  ...line,
  values: values.map(({ open, attempt, value, dayOf }) => ({
    ...{ sourceId: open.source.id, attempt, value: writtenValue(value, open.rules), dayOf },
  })),
});

const versionMessage = (
  { given, because, evidence, origin, why, settled, opensEvidence }: ShownVersion,
  open: OpenMeasure,
  namesOffice: boolean,
): told.MeasureVersion => ({
  ...{ ...givenMessage(given, open), because, origin: origin.text, evidence: [...evidence], why },
  ...{ by: namesOffice ? origin.by : '', at: origin.at, settled, opensEvidence },
});

const valueMessage = ({ open, attempt, versions }: ShownValue, namesOffice: boolean): told.MeasuredValue => {
  const told = versions.map((one) => versionMessage(one, open, namesOffice));
  return { sourceId: open.source.id, attempt, standing: told.at(-1), earlier: told.slice(0, -1) };
};

const proposalMessage = (proposal: ShownMeasureProposal): told.MeasureProposal => {
  const { open, proposalId, act, terms, given, proposedBy, role, proposedAt, origin, why } = proposal;
  const { entryId, attempt, because, evidence } = terms;
  return {
    ...{ proposalId, act, sourceId: open.source.id, entryId, attempt, ...givenMessage(given, open) },
    ...{ because, origin, evidence: [...evidence], proposedBy, role, proposedAt, why },
  };
};

/** What was recorded as it is answered: whoever is judged learns what and from where, and not who in the office did. */
export const measuresMessage = (shown: ShownMeasures): rpc.GetMeasuresResponse => {
  const { round, entryId, ground, reader, measures, values, proposals } = shown;
  const entry = round.entries.find((one) => one.entryId === entryId);
  const { isSubject } = reader.entry;
  return {
    ...{ roundId: round.roundId, editionId: round.editionId, entryId },
    ...{ title: entry?.title ?? '', homeId: entry?.homeId ?? '' },
    ...{ hindrance: ground.hindrance ?? '', correcting: ground.correcting ?? '', subject: isSubject },
    changing: ground.changing ?? '',
    ...judgedDays(measures[0]),
    sources: measures.map((open) => sourceMessage(open, recordsOf(reader, open))),
    values: values.map((one) => valueMessage(one, !isSubject)),
    proposals: proposals.map(proposalMessage),
  };
};

/** Cells that are named in one answer. */
const CELLS_NAMED_MAX = 500;

type Texts = Readonly<Record<string, Readonly<{ zh: string; en: string }>>>;
const texts: Texts = { ...refusalTexts, ...cellTexts, ...measureTexts };

const faultMessage = ({ fault, ...cell }: FaultyValue): rpc.FaultyMeasureCell => ({
  ...{ ...cell, reason: fault, zh: texts[fault]?.zh ?? fault, en: texts[fault]?.en ?? fault },
});

export const formMessage = (form: CheckedMeasures): Omit<rpc.CheckMeasureFormResponse, 'sha256'> => {
  const { given, fresh, standing, empty, faults, mismatch } = form;
  return {
    ...{ given, values: fresh.map((value) => ({ ...value })), standing, empty, mismatch: mismatch ?? '' },
    ...{ faults: faults.slice(0, CELLS_NAMED_MAX).map(faultMessage), faultsTotal: faults.length },
  };
};
