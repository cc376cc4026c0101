import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition } from '../edition.ts';
import { findRound } from './scoring.ts';

const INSPECTOR = 'inspector-1';
/** One point, in hundredths. */
const ONE_POINT = 100;

type Item = Readonly<{ sourceId: string; itemId: string; points: number; fixed: boolean }>;

/** Phases of parts to come whose lists the template lets be redrawn. */
export const redrawnPhases = ({ compiled }: PlayedEdition): readonly string[] =>
  compiled.sources.some((source) => source.kind === 'checklist' && source.filling.redrawn === 'period')
    ? compiled.phases.filter(({ part }) => part !== undefined && part > 1).map(({ id }) => id)
    : [];

/** The office moves a point from one item to another for the part to come: the wrong way round first, which it redraws again. */
export const redraw = async (edition: PlayedEdition, phase: string): Promise<void> => {
  const path = `/v1/rounds/${await findRound(edition, phase, 'prepared')}`;
  const { redrawable } = await edition.get<{ redrawable: readonly Item[] }>(FIRST_OFFICER, `${path}/offices`);
  const [from, to] = redrawable.filter(({ fixed, points }) => !fixed && points > ONE_POINT);
  if (from === undefined || to === undefined) throw new Error(`${edition.name}: nothing of ${phase} can be redrawn`);
  const pairs = [
    [from.points + ONE_POINT, to.points - ONE_POINT],
    [from.points - ONE_POINT, to.points + ONE_POINT],
  ] as const;
  for (const [less, more] of pairs) {
    const { proposalId } = await edition.order<{ proposalId: string }>(FIRST_OFFICER, `${path}/proposals`, {
      terms: {
        ...{ act: 'RedrawList', sourceId: from.sourceId },
        items: [
          { itemId: from.itemId, points: less },
          { itemId: to.itemId, points: more },
        ],
      },
      why: '下半年重点任务调整（虚构）。',
    });
    await edition.order(INSPECTOR, `${path}/proposals/${proposalId}/carry-out`);
  }
  const now = await edition.get<{ redrawable: readonly Item[] }>(FIRST_OFFICER, `${path}/offices`);
  const stands = now.redrawable.find(({ itemId }) => itemId === from.itemId)?.points;
  if (stands !== from.points - ONE_POINT) throw new Error(`${edition.name}: ${from.itemId} is worth ${stands}`);
};
