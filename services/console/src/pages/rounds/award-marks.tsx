import type { Rules } from './rules.ts';
import { awardName } from './rules.ts';
import { comma } from '../../components/names.ts';

/** What an entry is given, in the words of the template. */
export const Awards = ({ rules, ids }: Readonly<{ rules: Pick<Rules, 'outcome'>; ids: readonly string[] }>) =>
  ids.length === 0 ? <span className="quiet">—</span> : <>{ids.map((id) => awardName(rules, id)).join(comma())}</>;
