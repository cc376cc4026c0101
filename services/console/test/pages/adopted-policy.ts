import { randomUUID } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';

const POLICY =
  'policy: {by: province, binds: {city: {commendations: 2, in: year}, county: {commendations: 1, in: year}}, cycle: 5y, nameUnlike: superior, counts: [honour]}';

type People = Readonly<{ officer: BrowserContext; leader: BrowserContext }>;

const posted = async (context: BrowserContext, origin: string, path: string, data: object): Promise<unknown> => {
  const answer = await context.request.post(`${origin}${path}`, {
    headers: { origin, 'idempotency-key': randomUUID() },
    data,
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
};

/** The officer's committee adopts a policy over the committees below it, by two persons; answers which committee it is. */
export const adoptedPolicy = async (origin: string, { officer, leader }: People): Promise<string> => {
  try {
    type Me = Readonly<{ grants: readonly Readonly<{ organizationId: string; role: string }>[] }>;
    const { grants } = (await (await officer.request.get(`${origin}/v1/me`)).json()) as Me;
    const committee = grants.find(({ role }) => role === 'committee-officer')?.organizationId ?? '';
    const proposals = `/v1/policies/${committee}/proposals`;
    const given = { act: 'AdoptPolicy', policy: POLICY, why: '规范表彰项目（虚构）。' };
    const { proposalId } = (await posted(officer, origin, proposals, given)) as { proposalId: string };
    await posted(leader, origin, `${proposals}/${proposalId}/carry-out`, {});
    await posted(officer, origin, proposals, { act: 'RepealPolicy', why: '拟另行制定（虚构）。' });
    return committee;
  } finally {
    await Promise.all([officer.close(), leader.close()]);
  }
};
