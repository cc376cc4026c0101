import type { PaperBoxFact } from '../../domain/paper-box/facts.ts';
import { tellNamed, type Told } from './told.ts';

/** Of paper boxes nothing but that tally sheets are named: what was counted is told with the result. */
export const tellPaperBoxFact = ({ type, data }: PaperBoxFact): Told =>
  type === 'PaperCounted.v1' ? tellNamed(data, data.entryIds, data.evidence) : [];
