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
}>;

/** A phase that stands alone needs no name; of several that the template does not name, each is told by its id. */
const phaseOf = ({ phase, phaseZh, phaseEn, phases }: RoundNamed): readonly [zh: string, en: string] => {
  if (phases <= 1) return ['评分', 'scoring'];
  return [phaseZh ?? `评分 ${phase}`, phaseEn ?? `scoring ${phase}`];
};

/**
 * What a round is called: after its edition, the phase where there are several, the part of the period where it has one, and the how
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
