import type { StageRule } from './template/calendar.ts';
import type { Template } from './template/template.ts';
import { phaseOfStage } from './round-stages.ts';

/** What a phase is filled in while a meeting is held: the stages that run with it. A record belongs to their round. */
const filledBeside = (template: Template, { id }: StageRule): readonly StageRule[] =>
  template.calendar.filter((stage) => stage.with === id && phaseOfStage(template, stage) !== undefined);

/**
 * A meeting of the committee's leaders is put on record where something is filled in while it is held, and once: it would stand in no round else.
 */
export const isOnRecord = (template: Template, stage: StageRule): boolean =>
  stage.every === undefined && filledBeside(template, stage).length > 0;
