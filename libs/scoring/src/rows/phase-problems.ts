import { phaseInputLimits } from './phase-inputs.ts';
import type { PhaseProblem } from './phase-result.ts';

/** Collects what stands in the way, up to a limit, instead of stopping at the first. */
export class PhaseProblems {
  readonly found: PhaseProblem[] = [];

  add(reason: PhaseProblem['reason'], ...ids: readonly string[]): void {
    if (this.found.length < phaseInputLimits.problemsMax) this.found.push({ reason, path: ids.join('/') });
  }
}
