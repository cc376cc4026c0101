import { createHash } from 'node:crypto';
import { expectRefusal } from '../../demo/play/expect-refusal.ts';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition } from '../edition.ts';
import { secretariesPutForward, secretaryOf } from './branch-meeting.ts';

type Recommendation = Readonly<{
  recommendationId: string;
  entryId: string;
  rule: string;
  outside: string;
  standing: string;
  left: boolean;
  decided: unknown;
}>;
type Recommendations = Readonly<{ recommendations: readonly Recommendation[] }>;

type Sent = Readonly<{ id: string; by: string }>;

/** What each decision over recommends, and who puts it forward: the office, or the secretary of the branch whose meeting decided. */
const sentFrom = (edition: PlayedEdition): readonly Sent[] =>
  secretariesPutForward(edition)
    ? [...edition.unitDecisions].map(([unit, { partId: id }]) => ({ id, by: secretaryOf(unit) }))
    : [...edition.decisions.keys()].map((phase) => ({ id: edition.round(phase), by: FIRST_OFFICER }));

const recommended = async (edition: PlayedEdition, { id, by }: Sent): Promise<readonly Recommendation[]> =>
  (await edition.get<Recommendations>(by, `/v1/rounds/${id}/recommendations`)).recommendations;

const paper = (edition: PlayedEdition, of: string, effectiveOn: string) => ({
  ...{ documentNumber: `${of}〔${edition.year}〕（虚构）`, effectiveOn },
  file: createHash('sha256').update(`${edition.name} ${of}`).digest('hex'),
});

/** Nobody sends in a secretary's place before his stage is over, and what was sent in error comes back by two persons. */
const refuseAndTakeBack = async (edition: PlayedEdition, sent: Sent, today: string): Promise<void> => {
  const [first] = await recommended(edition, sent);
  if (first === undefined) throw new Error(`${edition.name}: ${sent.by} has nobody to put forward`);
  const path = `/v1/rounds/${sent.id}/recommendations`;
  const body = { rule: first.rule, entryId: first.entryId, ...paper(edition, '支部', today) };
  await expectRefusal(edition.play.as(FIRST_OFFICER), 'SECRETARY_PUTS_FORWARD', {
    ...{ method: 'POST', path, body },
    key: edition.key(`early ${sent.id}`),
  });
  await edition.order(sent.by, path, body);
  const own = `/v1/recommendations/${first.recommendationId}/proposals`;
  const { proposalId } = await edition.order<{ proposalId: string }>(sent.by, own, {
    ...{ act: 'TakeBackPutForward', reason: 'put-forward-in-error' },
    why: '上报文件有误（虚构）。',
  });
  await edition.order('inspector-1', `${own}/${proposalId}/carrying-out`, { why: '核实有误（虚构）。' });
};

/** Whoever was chosen goes on to the level above, each with the letter that says so. */
export const putForward = async (edition: PlayedEdition, today: string): Promise<void> => {
  const all = sentFrom(edition);
  const [first] = all;
  if (secretariesPutForward(edition) && first !== undefined) await refuseAndTakeBack(edition, first, today);
  for (const sent of all)
    for (const { entryId, rule, standing, left } of await recommended(edition, sent))
      if (standing !== 'put-forward' && !left)
        await edition.order(sent.by, `/v1/rounds/${sent.id}/recommendations`, {
          ...{ rule, entryId, ...paper(edition, '示直工', today) },
        });
};

/** Of those put forward every second one is honoured above. */
export const recordOutside = async (edition: PlayedEdition, today: string): Promise<void> => {
  for (const one of sentFrom(edition)) {
    const sent = (await recommended(edition, { ...one, by: FIRST_OFFICER })).filter(
      ({ standing, decided }) => standing === 'put-forward' && decided === null,
    );
    for (const [at, { recommendationId, outside }] of sent.entries())
      await edition.order(FIRST_OFFICER, `/v1/recommendations/${recommendationId}/outside-decision`, {
        ...{ outcome: at % 2 === 0 ? 'given' : 'not-given', level: outside === '' ? '上级党组织' : outside },
        ...paper(edition, '省级', today),
      });
  }
};
