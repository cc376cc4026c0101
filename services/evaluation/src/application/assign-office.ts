import type { CallContext } from '@jiangong/service-host';
import { listsIn } from '../domain/checklist/ground.ts';
import { assignOffice as decideOffice } from '../domain/round/decide-offices.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import { officesOf } from '../domain/round/offices.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { isRefused } from '../domain/round/standing.ts';
import { isPrepared, type PreparedRound } from '../domain/round/state.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Outcome, refusal } from './reasons.ts';

export type AssignOfficeRequest = Readonly<{ roundId: string; office: string; organizationId: string }>;

/** Which unit an office of the template is: its people fill what the office owns. */
export const assignOffice =
  ({ knowledge, readRound, sendRound }: Evaluation) =>
  async (request: AssignOfficeRequest, call: CallContext): Promise<Outcome<RoundFact, RoundRefusal>> => {
    const { roundId, office, organizationId } = request;
    const { round } = await readRound(roundId);
    if (!isPrepared(round)) return refusal('ROUND_NOT_FOUND', 'roundId');
    const belongs = await knowledge.isUnitBelow(organizationId, round.committeeId);
    return sendRound(
      roundId,
      { type: 'AssignOffice', office, organizationId, belongs, now: call.now },
      sentBy(call, 'AssignOffice', { roundId, office, organizationId }),
    );
  };

export type ShownOffice = Readonly<{
  office: string;
  nameZh: string;
  nameEn: string;
  organizationId: string;
  areas: readonly Readonly<{ areaId: string; nameZh: string; nameEn: string; items: number }>[];
  hindrance: string;
}>;

const areasOf = (round: PreparedRound, office: string): ShownOffice['areas'] =>
  listsIn(round).flatMap(({ source, rules }) =>
    source.areas.flatMap(({ id: areaId, lists }) => {
      const ids = new Set(lists.flatMap(({ items }) => items.map(({ id }) => id)));
      const items = [...ids].filter((id) => rules.owners[id] === office).length;
      const [nameZh = '', nameEn = ''] = rules.names[areaId] ?? [];
      return items === 0 ? [] : [{ areaId, nameZh, nameEn, items }];
    }),
  );

/** Why nothing else is said of an office now: what the order would be refused for, whatever unit it named. */
const hindranceOf = (round: PreparedRound, office: string): string => {
  const decided = decideOffice(round, { type: 'AssignOffice', office, organizationId: '', belongs: true, now: '' });
  return isRefused(decided) ? decided.reason : '';
};

/** The offices of a round, what each owns, and which unit it is. */
export const officesShown = (round: PreparedRound): readonly ShownOffice[] =>
  officesOf(round).map((office) => {
    const [nameZh = '', nameEn = ''] = round.tables.parties.find(({ id }) => id === office)?.name ?? [];
    return {
      ...{ office, nameZh, nameEn },
      organizationId: round.offices?.[office] ?? '',
      areas: areasOf(round, office),
      hindrance: hindranceOf(round, office),
    };
  });
