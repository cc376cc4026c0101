import type { Campaign } from './campaign.ts';
import { ALL, type Entry, INSPECTOR, OFFICER, YEAR } from './cast.ts';

export type Honour = Readonly<{ honourId: string; kind: string; title: string; award: string; documentNumber: string }>;

const titleOf = (entry: Entry): string => `建功项目${entry.toUpperCase()}（虚构）`;

/** The honours that stand, as everybody sees them. */
export const standing = async (campaign: Campaign): Promise<readonly Honour[]> => {
  const { items } = await campaign.play.public.get<{ items: readonly Honour[] }>(`/v1/public/honours?year=${YEAR}`);
  return items;
};

/** Which entries hold a prize now, each with its code and the circular that gave it. */
export const prizes = async (campaign: Campaign): Promise<Readonly<Partial<Record<Entry, string>>>> => {
  const honours = await standing(campaign);
  return Object.fromEntries(
    ALL.flatMap((entry) => {
      const held = honours.find(({ title, kind }) => kind === 'entry' && title === titleOf(entry));
      return held ? [[entry, `${held.award} ${held.documentNumber}`]] : [];
    }),
  );
};

export const honourOf = async (campaign: Campaign, entry: Entry): Promise<string> => {
  const held = (await standing(campaign)).find(({ title, kind }) => kind === 'entry' && title === titleOf(entry));
  if (held === undefined) throw new Error(`${entry} holds no honour`);
  return `/v1/honours/${held.honourId}`;
};

type Act = Readonly<{ act: 'WithdrawHonour' | 'RestoreHonour'; reason: string; on: string }>;

/** Proposed by the office, carried out by inspection. Answers why the office could not by itself. */
export const changeHonour = async (campaign: Campaign, path: string, { act, reason, on }: Act) => {
  const { proposalId } = await campaign.order<{ proposalId: string }>(OFFICER, `${path}/proposals`, {
    act,
    reason,
    effectiveOn: on,
    why: '经核查情况属实，提请处理。',
  });
  const carryOut = `${path}/proposals/${proposalId}/${act === 'WithdrawHonour' ? 'withdrawal' : 'restoration'}`;
  const body = { why: '同意。' };
  const refused = await campaign.reason(OFFICER, carryOut, body);
  await campaign.order(INSPECTOR, carryOut, body);
  await campaign.settled();
  return refused;
};

/** The plaque of a withdrawn honour is asked back, and comes back. */
export const recallPlaque = async (campaign: Campaign, path: string, days: Readonly<{ due: string; back: string }>) => {
  await campaign.order(OFFICER, `${path}/plaque-recall`, { dueOn: days.due });
  await campaign.day(days.back);
  await campaign.order(OFFICER, `${path}/plaque-return`, { effectiveOn: days.back });
  await campaign.settled();
};

export const plaqueOf = async (campaign: Campaign, path: string): Promise<string> =>
  (await campaign.get<{ plaque: string }>(OFFICER, path)).plaque;
