import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/appeal_service';
import type * as told from '@jiangong/contracts/jiangong/evaluation/v1/appeals';
import type { HeldList } from '@jiangong/read-models';
import { wordsOf } from '@jiangong/service-host';
import { sortKeyOf } from '@jiangong/wording/search';
import type { AppealLine, MyAppealLine, ShownAppeal, ShownAppeals } from '../../application/show-appeals.ts';
import type { OpenMatter } from '../../domain/appeal/matter.ts';
import type { PreparedRound } from '../../domain/round/state.ts';

export const APPEAL_SORTS = ['filed', 'title'] as const;

export const appealRows = ({
  standing,
}: Pick<rpc.ListAppealsRequest, 'standing'>): HeldList<AppealLine, (typeof APPEAL_SORTS)[number]> => ({
  idOf: ({ appealId }) => appealId,
  sorts: { filed: ({ filedAt }) => filedAt, title: ({ title }) => sortKeyOf(title) },
  facets: { standing: { of: (row) => row.standing, words: wordsOf(standing, 'standing') } },
});

export const appealRow = ({
  appealId,
  entryId,
  title,
  homeId,
  matter,
  filedAt,
  standing,
  remedy,
}: AppealLine): told.AppealRow => ({
  ...{ appealId, entryId, title, homeId, matter, filedAt, standing, remedy: remedy ?? '' },
});

/** The window that is open, or the next, or the last. */
const windowIn = ({ appealWindows }: PreparedRound): Readonly<{ opensAt: string; closesAt: string }> => {
  const last = appealWindows.toSorted((one, other) => (one.closesAt < other.closesAt ? -1 : 1)).at(-1);
  return { opensAt: last?.opensAt ?? '', closesAt: last?.closesAt ?? '' };
};

const namesOf = ({ tables }: PreparedRound, sourceId: string | null, itemId: string) => {
  const rules = [...(tables.checklists ?? []), ...(tables.bonuses ?? [])].find((one) => one.sourceId === sourceId);
  const [nameZh = '', nameEn = ''] = rules?.names[itemId] ?? [];
  return { nameZh, nameEn };
};

const matterMessage = (round: PreparedRound, { matter, sourceId, items }: OpenMatter): told.AppealMatter => ({
  ...{ matter, sourceId: sourceId ?? '' },
  items: items.map((itemId) => ({ itemId, ...namesOf(round, sourceId, itemId) })),
});

const appealMessage = (round: PreparedRound, appeal: ShownAppeal, namesOffice: boolean): told.Appeal => {
  const { appealId, matter, sourceId, itemId, evidence, why, standing, judged, withdrawal } = appeal;
  return {
    ...{ appealId, matter, sourceId: sourceId ?? '', itemId: itemId ?? '', evidence: [...evidence], standing },
    ...(itemId === null ? { nameZh: '', nameEn: '' } : namesOf(round, sourceId, itemId)),
    ...{ why: why.text, filedBy: why.by, filedAt: why.at },
    verdicts: judged.map(({ outcome, remedy, why: reason, reopened }) => ({
      ...{ outcome, remedy, why: reason.text, decidedBy: namesOffice ? reason.by : '', decidedAt: reason.at },
      ...{ reopenedWhy: reopened?.text ?? '', reopenedBy: namesOffice ? (reopened?.by ?? '') : '' },
      reopenedAt: reopened?.at ?? '',
    })),
    ...{ withdrawnAt: withdrawal?.at ?? '', withdrawnWhy: withdrawal?.text ?? '' },
  };
};

/** Appeals as they are answered: whoever is judged learns what was decided and why, and not who did. */
export const appealsMessage = (shown: ShownAppeals): rpc.GetAppealsResponse => {
  const { round, entryId, ground, hindrance, reopens, matters, appeals } = shown;
  const entry = round.entries.find((one) => one.entryId === entryId);
  return {
    ...{ roundId: round.roundId, editionId: round.editionId, entryId },
    ...{ title: entry?.title ?? '', homeId: entry?.homeId ?? '', hindrance, ...windowIn(round) },
    ...{ subject: ground.isSubject, decides: ground.decidesFor !== null && !ground.isSubject },
    reopens: reopens && !ground.isSubject,
    matters: matters.map((one) => matterMessage(round, one)),
    appeals: appeals.map((one) => appealMessage(round, one, !ground.isSubject)),
  };
};

export const myAppealsMessage = ({ round, ...line }: MyAppealLine): told.MyAppeals => ({
  ...{ roundId: round.roundId, editionId: round.editionId, ...line, ...windowIn(round) },
});
