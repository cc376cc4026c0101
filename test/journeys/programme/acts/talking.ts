import { addCalendarDays } from '@jiangong/calendar';
import type { PlayedEdition, StageDays } from '../edition.ts';
import { byRole, speakerOf } from './acting.ts';
import { decidedIn } from './deciding.ts';

type Talks = Readonly<{
  items: readonly Readonly<{
    entryId: string;
    rule: string;
    isBehind: boolean;
    stands: Readonly<{ recordId: string; heldOn: string; late: boolean; confirmedBy: string | null }> | null;
  }>[];
}>;

/**
 * On the second day of the stage whoever the template names talks with those to whom the decision gave a card. The first record is wrong, which the
 * secretary refutes; the next one too, which the office takes back; then it is written down on a wrong day, confirmed, and corrected, and confirmed again.
 */
export const holdTalks = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  const heldOn = stage.opensOn;
  const wrongDay = addCalendarDays(heldOn, 1);
  for (const phase of decidedIn(edition, stage)) {
    const path = `/v1/rounds/${edition.round(phase)}`;
    const entries = new Map(edition.entries.map((entry) => [entry.entryId, entry]));
    const [someone] = entries.values();
    if (someone === undefined) continue;
    const by = edition.rolesOf(stage).map((role) => byRole(role, someone))[0] ?? '';
    const { items } = await edition.get<Talks>(by, `${path}/talks`);
    if (items.length === 0) throw new Error(`${edition.name}: nobody is to be talked with`);
    for (const [at, { entryId, rule }] of items.entries()) {
      const entry = entries.get(entryId);
      if (entry === undefined) throw new Error(`${edition.name}: a talk about an entry that nobody knows`);
      const secretary = speakerOf(edition, entry);
      const of = `${path}/entries/${entryId}/talks/${rule}/records`;
      const record = async (day: string, why?: string): Promise<string> => {
        const body = { heldOn: day, ...(why === undefined ? {} : { why }) };
        return (await edition.order<{ recordId: string }>(by, of, body)).recordId;
      };
      if (at === 0) {
        await edition.order(secretary, `${of}/${await record(wrongDay)}/refutation`, { why: '当日未曾谈话（虚构）。' });
        await edition.order(by, `${of}/${await record(wrongDay, '第二次登记（虚构）。')}/withdrawal`, {
          why: '登记到了别的支部（虚构）。',
        });
        await edition.order(secretary, `${of}/${await record(wrongDay, '第三次登记（虚构）。')}/confirmation`);
      }
      const recordId = await record(heldOn, at === 0 ? '日期记错一天（虚构）。' : undefined);
      await edition.order(secretary, `${of}/${recordId}/confirmation`);
    }
    const held = await edition.get<Talks>(by, `${path}/talks`);
    if (!held.items.every(({ stands }) => stands?.heldOn === heldOn && !stands.late && stands.confirmedBy !== null))
      throw new Error(`${edition.name}: a talk that stands is not the one that was held`);
  }
};
