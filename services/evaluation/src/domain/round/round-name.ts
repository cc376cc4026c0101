import type { Filling } from './filled-by.ts';

export type RoundNamed = Readonly<{
  editionZh: string;
  editionEn: string;
  phase: string;
  /** What the template calls it; null: nothing. */
  phaseZh: string | null;
  phaseEn: string | null;
  /** `whole`, or the part of the period. */
  period: string;
  /** From 1. */
  ordinal: number;
  /** Whether its edition has rounds of other phases, too. */
  phases: number;
  filledBy: Filling;
}>;

/** What is done in a round. */
const DONE: Readonly<Record<Filling, readonly [zh: string, en: string]>> = {
  choice: ['推选', 'choice'],
  votes: ['投票', 'vote'],
  marks: ['评分', 'scoring'],
};

/** A phase that stands alone needs no name; of several that the template does not name, each is told by its id. */
const phaseOf = ({ phase, phaseZh, phaseEn, phases, filledBy }: RoundNamed): readonly [zh: string, en: string] => {
  const [zh, en] = DONE[filledBy];
  if (phases <= 1) return [zh, en];
  return [phaseZh ?? `${zh} ${phase}`, phaseEn ?? `${en} ${phase}`];
};

/**
 * What a round is called: after its edition and what fills it, the phase where there are several, the part of the period where it has one, and the how
 * manieth it is where an earlier one was annulled.
 */
export const roundNameOf = (round: RoundNamed): Readonly<{ zh: string; en: string }> => {
  const { editionZh, editionEn, period, ordinal } = round;
  const [zh, en] = phaseOf(round);
  const part = period === 'whole' ? '' : ` ${period}`;
  const english = editionEn === '' ? editionZh : editionEn;
  return {
    zh: `${editionZh}·${zh}${part}${ordinal > 1 ? `（第${ordinal}轮）` : ''}`,
    en: `${english}: ${en}${part}${ordinal > 1 ? ` (round ${ordinal})` : ''}`,
  };
};

/** What a naming over several editions is called: after the newest of them. */
export const namingNameOf = ({
  editionZh,
  editionEn,
}: Pick<RoundNamed, 'editionZh' | 'editionEn'>): Readonly<{ zh: string; en: string }> => ({
  zh: `${editionZh}·命名`,
  en: `${editionEn === '' ? editionZh : editionEn}: naming`,
});
