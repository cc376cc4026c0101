export type RoundNamed = Readonly<{
  editionZh: string;
  editionEn: string;
  phase: string;
  /** `whole`, or the part of the period. */
  period: string;
  /** From 1. */
  ordinal: number;
  /** Whether its edition has rounds of other phases, too. */
  phases: number;
}>;

/** A phase that stands alone needs no name. */
const phaseOf = ({ phase, phases }: RoundNamed): string => (phases > 1 ? ` ${phase}` : '');

/**
 * What a round is called: after its edition, the phase where there are several, the part of the period where it has one, and the how
 * manieth it is where an earlier one was annulled.
 */
export const roundNameOf = (round: RoundNamed): Readonly<{ zh: string; en: string }> => {
  const { editionZh, editionEn, period, ordinal } = round;
  const phase = phaseOf(round);
  const part = period === 'whole' ? '' : ` ${period}`;
  const english = editionEn === '' ? editionZh : editionEn;
  return {
    zh: `${editionZh}·评分${phase}${part}${ordinal > 1 ? `（第${ordinal}轮）` : ''}`,
    en: `${english}: scoring${phase}${part}${ordinal > 1 ? ` (round ${ordinal})` : ''}`,
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
