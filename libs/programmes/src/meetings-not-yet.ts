import type { Faults } from './faults.ts';
import { manyOf } from './template/names.ts';
import type { Template } from './template/template.ts';
import { refuseUndivided } from './undivided.ts';

type Rule = Template['outcome'][number];
type Parties = Pick<Template, 'calendar' | 'parties'>;

const decidingParty = ({ calendar, parties }: Parties) =>
  parties[manyOf(calendar.find(({ act }) => act === 'decide')?.by ?? [])[0] ?? ''];

/** Whether branches decide, each by the meeting of its members: the party of the first deciding stage says so. */
export const decidesByMeetings = (template: Parties): boolean => decidingParty(template)?.role === 'member';

/**
 * The members of a branch decide over their own branch and over each other. Recused by their home all of them would be, and a ranking within
 * each unit has another home than the branch.
 */
export const mayMeetingDecide = ({ parties, result }: Pick<Template, 'parties' | 'result'>, party: string): boolean =>
  parties[party]?.scope === 'home' &&
  parties[party].recuse !== 'home' &&
  result.length > 0 &&
  result.every(({ within }) => within !== 'home');

/** The secretary puts forward whom the meeting of his own branch recommends, and nobody else. */
export const maySecretaryPutForward = (template: Parties, party: string): boolean =>
  decidesByMeetings(template) && template.parties[party]?.scope === 'home';

/** What one branch's meeting could not decide without the others. */
const undividedPart = ({ to, order, choice, edge, within }: Rule): string | undefined => {
  if (to !== 'entry') return 'to';
  if (order !== undefined) return 'order';
  if (choice !== undefined) return 'choice';
  return edge === 'body' && within !== 'home' ? 'edge' : undefined;
};

/** Rules and stages of a programme that meetings of branches decide, which can not be divided among them. */
export const meetingsNotYet = (template: Template, faults: Faults): void => {
  if (decidesByMeetings(template)) refuseUndivided(template, faults, { partOf: undividedPart, after: ['appeal'] });
};
