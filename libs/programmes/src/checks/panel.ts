import { phaseOfStage } from '../round-stages.ts';
import { decimalTextOf, hundredthsOf } from '../shape/word-forms.ts';
import { manyOf } from '../template/names.ts';
import type { CriterionRule, PanelRule } from '../template/sources.ts';
import type { Path } from '../tree.ts';
import { type Checked, stagesOf } from './checked.ts';

const descends = (values: readonly number[]): boolean =>
  values.every((value, at) => at === 0 || value < (values[at - 1] as number));

const checkLevels = (criterion: CriterionRule, path: Path, { faults }: Checked): void => {
  const levels = Object.entries(criterion.levels ?? {});
  const points = hundredthsOf(criterion.points);
  const shares = levels.map(([, share]) => hundredthsOf(share));
  if (new Set(shares).size < shares.length) faults.add('LEVELS_NOT_DISTINCT', [...path, 'levels']);
  for (const [id, share] of levels)
    if ((points * hundredthsOf(share)) % 10_000 !== 0)
      faults.add('LEVEL_TOO_FINE', [...path, 'levels', id], { given: id });
  for (const level of Object.keys(criterion.names ?? {}))
    if (!Object.hasOwn(criterion.levels ?? {}, level))
      faults.add('LEVEL_UNKNOWN', [...path, 'names', level], { given: level }, 'key');
};

const checkBands = ({ bands = [], points }: CriterionRule, path: Path, { faults }: Checked): void => {
  if (!descends(bands.map(hundredthsOf))) faults.add('NOT_DESCENDING', [...path, 'bands']);
  bands.forEach((band, at) => {
    if (hundredthsOf(band) > hundredthsOf(points))
      faults.add('MARK_ABOVE_POINTS', [...path, 'bands', at], { given: band, points });
  });
};

const checkRanges = ({ ranges = [], points }: CriterionRule, path: Path, { faults }: Checked): void => {
  const ends = ranges.flatMap(([low = '0', high = '0']) => [hundredthsOf(high), hundredthsOf(low)]);
  const ordered = ends.every(
    (end, at) => at === 0 || (at % 2 === 1 ? end <= (ends[at - 1] as number) : end < (ends[at - 1] as number)),
  );
  if (!ordered) faults.add('NOT_DESCENDING', [...path, 'ranges']);
  else if ((ends[0] ?? 0) > hundredthsOf(points))
    faults.add('MARK_ABOVE_POINTS', [...path, 'ranges', 0], { given: decimalTextOf(ends[0] ?? 0), points });
};

const checkCriterion = (criterion: CriterionRule, path: Path, checked: Checked): void => {
  const { step, bands, ranges, levels, points } = criterion;
  const ways = [bands, levels, ranges ?? step].filter((way) => way !== undefined).length;
  if (ways !== 1 || (ranges !== undefined && step === undefined)) checked.faults.add('CRITERION_NEEDS_MARKS', path);
  if (step !== undefined && hundredthsOf(points) % hundredthsOf(step) !== 0)
    checked.faults.add('STEP_DOES_NOT_DIVIDE', [...path, 'step'], { step, points });
  checkBands(criterion, path, checked);
  checkRanges(criterion, path, checked);
  checkLevels(criterion, path, checked);
};

/** Its criteria add up to the printed total, each says how it is marked, and its party scores in every phase that reads it. */
export const checkPanel = (source: PanelRule, path: Path, checked: Checked): void => {
  const { template, faults } = checked;
  source.criteria.forEach((criterion, at) => checkCriterion(criterion, [...path, 'criteria', at], checked));
  const sum = source.criteria.reduce((all, { points }) => all + hundredthsOf(points), 0);
  if (sum !== hundredthsOf(source.total))
    faults.add('TOTAL_DIFFERS', [...path, 'total'], { sum: decimalTextOf(sum), total: source.total });
  for (const level of Object.keys(source.controls?.spread ?? {}))
    if (!source.criteria.some(({ levels }) => levels && Object.hasOwn(levels, level)))
      faults.add('LEVEL_UNKNOWN', [...path, 'controls', 'spread', level], { given: level }, 'key');
  const by = source.by;
  if (!Object.hasOwn(template.parties, by)) {
    faults.add('PARTY_UNKNOWN', [...path, 'by'], { given: by });
    return;
  }
  const given = String(path[1]);
  if (stagesOf(template, by, ['score']).length === 0) {
    faults.add('SOURCE_NOT_FILLED', [...path, 'by'], { given, by });
    return;
  }
  for (const { phase, steps } of template.result) {
    const reads = steps.some((step) => 'take' in step && step.take === given);
    const scores = template.calendar.some(
      (stage) => stage.act === 'score' && phaseOfStage(template, stage) === phase && manyOf(stage.by).includes(by),
    );
    if (reads && !scores) faults.add('SOURCE_WITHOUT_PHASE', [...path, 'by'], { given, phase, by });
  }
};
