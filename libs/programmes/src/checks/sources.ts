import { decimalTextOf, hundredthsOf } from '../shape/word-forms.ts';
import type { AreaRule, BallotRule, BonusRule, ChecklistRule, MeasureRule, SourceRule } from '../template/sources.ts';
import type { Path } from '../tree.ts';
import { type Checked, partyOfOffice, stagesOf } from './checked.ts';
import { checkPanel } from './panel.ts';

/** Acts in which a source of a kind is filled. */
const FILLING_ACTS = {
  panel: ['score'],
  checklist: ['check', 'review', 'recheck', 'score'],
  ballot: ['vote', 'meet'],
  measure: ['score', 'check', 'recheck', 'review'],
} as const;

export const sumOf = (points: readonly string[]): number => points.reduce((sum, one) => sum + hundredthsOf(one), 0);

export const checkSum = (sum: number, total: string, path: Path, { faults }: Checked): void => {
  if (sum !== hundredthsOf(total)) faults.add('TOTAL_DIFFERS', path, { sum: decimalTextOf(sum), total });
};

const isSubject = ({ template }: Checked, id: string): boolean =>
  template.subjects.some((subject) => subject.id === id);

/** Somebody who can be named as an owner, and who acts in one of these acts (any, where none are given). */
const checkFiller = (office: string, path: Path, acts: readonly string[] | undefined, checked: Checked): void => {
  const { template, faults } = checked;
  const party = partyOfOffice(template, office);
  if (party === undefined) faults.add('OWNER_UNKNOWN', path, { given: office });
  else if (stagesOf(template, party, acts).length === 0)
    faults.add('SOURCE_NOT_FILLED', path, { given: String(path[1]), by: office });
};

/** Points of an area: items of one group count once, by the highest. */
const checkArea = (area: AreaRule, path: Path, checked: Checked): void => {
  const { template, faults } = checked;
  if (area.period !== undefined && !template.period.parts.includes(area.period))
    faults.add('PERIOD_PART_UNKNOWN', [...path, 'period'], { given: area.period });
  checkFiller(area.by, [...path, 'by'], FILLING_ACTS.checklist, checked);
  if (area.deductMax !== undefined && hundredthsOf(area.deductMax) > hundredthsOf(area.points))
    faults.add('MARK_ABOVE_POINTS', [...path, 'deductMax'], { given: area.deductMax, points: area.points });
  if (!Array.isArray(area.items)) {
    checkSum(sumOf(Object.values(area.items)), area.points, [...path, 'points'], checked);
    return;
  }
  const items = area.items as Exclude<AreaRule['items'], Readonly<Record<string, string>>>;
  const highest = new Map<string, number>();
  for (const [at, item] of items.entries()) {
    const here = [...path, 'items', at];
    const key = item.group ?? `\0${item.id}`;
    highest.set(key, Math.max(highest.get(key) ?? 0, hundredthsOf(item.points)));
    if (item.measures) checkSum(sumOf(Object.values(item.measures)), item.points, [...here, 'points'], checked);
    if (item.by !== undefined) checkFiller(item.by, [...here, 'by'], FILLING_ACTS.checklist, checked);
    for (const key of ['cap', 'floor'] as const) {
      const given = item[key];
      if (given !== undefined && hundredthsOf(given) > hundredthsOf(item.points))
        faults.add('MARK_ABOVE_POINTS', [...here, key], { given, points: item.points });
    }
  }
  const sum = [...highest.values()].reduce((all, points) => all + points, 0);
  checkSum(sum, area.points, [...path, 'points'], checked);
};

const checkChecklist = (source: ChecklistRule, path: Path, checked: Checked): void => {
  source.areas.forEach((area, at) => checkArea(area, [...path, 'areas', at], checked));
  checkSum(sumOf(source.areas.map(({ points }) => points)), source.total, [...path, 'total'], checked);
  source.reviews.forEach((party, at) => checkFiller(party, [...path, 'reviews', at], FILLING_ACTS.checklist, checked));
  if (source.own !== 'others-mean' && source.own !== 'allow')
    if (!Object.hasOwn(checked.template.parties, source.own))
      checked.faults.add('PARTY_UNKNOWN', [...path, 'own'], { given: source.own });
};

const checkBonus = (source: BonusRule, path: Path, checked: Checked): void => {
  if (!isSubject(checked, source.claim)) checkFiller(source.claim, [...path, 'claim'], undefined, checked);
  checkFiller(source.decide, [...path, 'decide'], undefined, checked);
  source.groups.forEach(({ cap }, at) => {
    if (cap !== undefined && source.cap !== undefined && hundredthsOf(cap) > hundredthsOf(source.cap))
      checked.faults.add('MARK_ABOVE_POINTS', [...path, 'groups', at, 'cap'], { given: cap, points: source.cap });
  });
};

const checkBallot = (source: BallotRule, path: Path, checked: Checked): void => {
  const { faults, template } = checked;
  if ((source.levels === undefined) === (source.pick === undefined)) faults.add('LEVELS_OR_PICK', path);
  if (source.pick && (source.pick.atMost === undefined) === (source.pick.exactly === undefined))
    faults.add('NOT_ONE_OF_KEYS', [...path, 'pick'], {
      choices: 'exactly, atMost',
      given: Object.keys(source.pick).join(', '),
    });
  const worths = Object.values(source.levels ?? {}).map(hundredthsOf);
  if (new Set(worths).size < worths.length) faults.add('LEVELS_NOT_DISTINCT', [...path, 'levels']);
  source.electorates.forEach(({ who, merge }, at) => {
    checkFiller(who, [...path, 'electorates', at, 'who'], FILLING_ACTS.ballot, checked);
    if (merge === undefined || merge === 'superior' || source.electorates.some(({ id }) => id === merge)) return;
    if (!Object.hasOwn(template.parties, merge))
      faults.add('PART_UNKNOWN', [...path, 'electorates', at, 'merge'], { source: String(path[1]), given: merge });
  });
};

const checkMeasure = (source: MeasureRule, path: Path, checked: Checked): void => {
  if (source.from === 'import' ? source.by === undefined : source.compute === undefined)
    checked.faults.add('MEASURE_INCOMPLETE', path);
  if (source.from === 'import' && source.by !== undefined)
    checkFiller(source.by, [...path, 'by'], FILLING_ACTS.measure, checked);
};

/** Whether the source is filled in a stage that can be opened again. */
export const canBeAskedAgain = ({ template }: Checked, source: SourceRule): boolean => {
  const filled = (office: string, acts: readonly string[]): boolean => {
    const party = partyOfOffice(template, office);
    return party !== undefined && stagesOf(template, party, acts).length > 0;
  };
  switch (source.kind) {
    case 'panel':
      return filled(source.by, FILLING_ACTS.panel);
    case 'checklist':
      return source.areas.every(({ by }) => filled(by, FILLING_ACTS.checklist));
    case 'ballot':
      return source.electorates.every(({ who }) => filled(who, FILLING_ACTS.ballot));
    case 'bonus':
      return true;
    case 'measure':
      return source.from === 'import' && source.by !== undefined && filled(source.by, FILLING_ACTS.measure);
  }
};

/** Parts that do not add up, marks that can not be given, sources that nobody fills or nobody reads. */
export const checkSources = (checked: Checked): void => {
  const { template, faults } = checked;
  const read = new Set(
    template.result.flatMap(({ steps }) => steps.flatMap((step) => ('take' in step ? [step.take] : []))),
  );
  for (const [id, source] of Object.entries(template.sources)) {
    const path = ['sources', id];
    if (!read.has(id)) faults.add('SOURCE_UNUSED', path, { given: id }, 'key');
    if (source.kind === 'panel') checkPanel(source, path, checked);
    else if (source.kind === 'checklist') checkChecklist(source, path, checked);
    else if (source.kind === 'bonus') checkBonus(source, path, checked);
    else if (source.kind === 'ballot') checkBallot(source, path, checked);
    else checkMeasure(source, path, checked);
  }
};
