/** A level as the template calls it; where it gives no name, by its id. */
export type Level = Readonly<{ id: string; zh: string; en: string }>;

/** What may be given for one criterion of a sheet, as the round's rules say; marks and points in hundredths. */
export type Criterion = Readonly<{
  id: string;
  zh: string;
  en: string;
  /** The most it gives, in hundredths of a point. */
  points: number;
  /** The most that is written into a cell: its points, or 1 where marks are factors. */
  most: number;
  step: number;
  /** Where marks may lie, both ends allowed; null: anywhere from 0 to the most. */
  ranges: readonly (readonly [number, number])[] | null;
  /** Where one of several is chosen: what each is worth, in the order of their ordinals; null: any number of a scale. */
  choices: readonly number[] | null;
  /** What the template calls its levels, in the order of their ordinals; null where it names none. */
  levels: readonly Level[] | null;
  isFactor: boolean;
}>;

const FACTOR_WHOLE = 100;
const SHARE_WHOLE = 10_000;

type Bag = Readonly<Record<string, unknown>>;
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

const choicesOf = (scale: Bag, points: number): readonly number[] | null => {
  if (scale['kind'] === 'bands') return listOf(scale['bands']).map((band) => numberOf(band, 0));
  if (scale['kind'] !== 'levels') return null;
  return listOf(scale['levels']).map(
    (level) => (points * numberOf(isBag(level) ? level['share'] : 0, 0)) / SHARE_WHOLE,
  );
};

const levelsOf = (scale: Bag, names: unknown): Criterion['levels'] => {
  if (scale['kind'] !== 'levels' || !isBag(names)) return null;
  return listOf(scale['levels']).map((level) => {
    const id = String(isBag(level) ? level['id'] : '');
    const [zh = id, en = id] = listOf(names[id]).map(String);
    return { id, zh, en };
  });
};

const rangesOf = (scale: Bag): Criterion['ranges'] =>
  scale['kind'] === 'ranges'
    ? listOf(scale['ranges']).map((range) => {
        const [low, high] = listOf(range);
        return [numberOf(low, 0), numberOf(high, 0)] as const;
      })
    : null;

/** The criteria of one's own source, read from the tables that decide in the round; null: they name no sheet of marks for it. */
export const criteriaOf = (tables: Bag, sourceId: string): readonly Criterion[] | null => {
  const isMine = (one: unknown, key: string): one is Bag => isBag(one) && one[key] === sourceId;
  const source = listOf(tables['sources']).find((one): one is Bag => isMine(one, 'id'));
  if (source === undefined || source['kind'] !== 'panel') return null;
  const seating = listOf(tables['seating']).find((one): one is Bag => isMine(one, 'sourceId'));
  const names = isBag(seating?.['names']) ? seating['names'] : {};
  const levelNames = isBag(seating?.['levelNames']) ? seating['levelNames'] : {};
  const isFactor = source['marks'] === 'coefficient';
  return listOf(source['criteria'])
    .filter(isBag)
    .map((criterion) => {
      const id = String(criterion['id']);
      const points = numberOf(criterion['points'], 0);
      const scale = isBag(criterion['scale']) ? criterion['scale'] : {};
      const [zh = id, en = id] = listOf(names[id]).map(String);
      return {
        ...{ id, zh, en, points, isFactor },
        most: isFactor ? FACTOR_WHOLE : points,
        step: numberOf(scale['step'], 1),
        ranges: rangesOf(scale),
        choices: choicesOf(scale, points),
        levels: levelsOf(scale, levelNames[id]),
      };
    });
};
