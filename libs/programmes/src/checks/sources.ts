import { PICK_LEVELS } from '../compile/electorate-tables.ts';
import { hundredthsOf } from '../shape/word-forms.ts';
import type { BallotRule, MeasureRule, SourceRule } from '../template/sources.ts';
import type { Path } from '../tree.ts';
import { checkBonus } from './bonus.ts';
import { checkChecklist } from './checklist.ts';
import { type Checked, partyOfOffice, stagesOf } from './checked.ts';
import { checkFiller, FILLING_ACTS } from './fillers.ts';
import { checkPanel } from './panel.ts';

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
  const levels = source.pick ? PICK_LEVELS.map(({ id }) => id) : Object.keys(source.levels ?? {});
  for (const level of Object.keys(source.names ?? {}))
    if (!levels.includes(level) && source.questions?.includes(level) !== true)
      faults.add('PART_UNKNOWN', [...path, 'names', level], { source: String(path[1]), given: level });
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
