import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, it, jest } from '@jest/globals';
import { AUDITOR, OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { filled, handIn } from '../../../test/journeys/approval/papers.ts';
import { APPROVAL } from '../../../test/journeys/democratic/played-democratic.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';
import { VotedCampaign } from './voted-campaign.ts';

const PHONE = 390;
jest.setTimeout(300_000);

/** A poll of two questions about each of four entries, on one paper of which four answers may be the best. */
const atPoll = { start: async () => VotedCampaign.start(APPROVAL), origin: ({ origin }: VotedCampaign) => origin };

browserSuite('papers of several answers', atPoll, ({ ground, open }) => {
  /** The token of the receipt. */
  let handed = '';

  it('are filled in on a phone, with the limit counted while one fills in, and handed in whole in nobody’s name', async () => {
    const { page } = await open({ width: PHONE });
    const { voter, played } = ground();
    await ground().enter(page.context(), voter);
    await page.goto('/my-ballots');
    await seen(page, '一张选票：4 个对象，每个对象 2 个问题；“很满意”至多 4 个');
    await page.getByRole('button', { name: '领取凭证' }).click();
    await page.getByRole('button', { name: '保存凭证备份' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);

    await played.campaign.day(`${YEAR}-10-28`);
    await played.campaign.settled();
    await page.context().clock.setFixedTime(morningOf(`${YEAR}-10-28`));
    await page.reload();
    await page.getByRole('button', { name: '投票' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, '看不出哪些回答同在一张选票上');
    await seen(dialog, '“很满意”已选 0 个，至多 4 个');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/v1/public/ballots/')) sent.push(request.url());
    });
    const best = dialog.getByRole('radio', { name: '很满意' });
    expect(await best.count()).toBe(8);
    for (let at = 0; at < 5; at += 1) await best.nth(at).check();
    await seen(dialog.getByRole('status'), '“很满意”已选 5 个，超出 1 个（至多 4 个）');
    const fair = dialog.getByRole('radio', { name: '基本满意' });
    for (let at = 5; at < 7; at += 1) await fair.nth(at).check();
    await dialog.getByRole('button', { name: '投票' }).click();
    await seen(dialog, '请选择一个等次');
    await seen(dialog, '“很满意”至多 4 个，请先减少再投票。');
    expect(sent).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);

    await fair.nth(0).check();
    await seen(dialog.getByRole('status'), '“很满意”已选 4 个，至多 4 个');
    await fair.nth(7).check();
    const handedIn = page.waitForRequest((request) => request.url().includes('/v1/public/ballots/'));
    await dialog.getByRole('button', { name: '投票' }).click();
    const request = await handedIn;
    const headers = await request.allHeaders();
    expect([headers['cookie'], headers['idempotency-key']]).toEqual([undefined, undefined]);
    type Sent = Readonly<{ boxId: string; token: string; marks: readonly { serial: string }[] }>;
    const { marks, boxId, token } = request.postDataJSON() as Sent;
    expect(new Set(marks.map(({ serial }) => serial)).size).toBe(8);
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '本浏览器里没有可用的凭证');

    await seen(page, '它只含凭证编号，看不出您怎么填的');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存收执' }).click();
    const receipts: unknown = JSON.parse(await readFile(await (await saved).path(), 'utf8'));
    const [ballotId] = /[0-9a-f-]{36}$/u.exec(request.url()) ?? [];
    // Nothing of how the paper was filled in, and no serial, which would tell it.
    expect(receipts).toEqual([{ ballotId, boxId, token }]);
    handed = token;
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(token);
    await page.reload();
    await seen(page, '本浏览器里没有可用的凭证');
    expect(await page.getByRole('button', { name: '保存收执' }).count()).toBe(0);
  });

  it('are counted, and the page of why a rank is one tells how many chose which level, question by question', async () => {
    const { played, tokens } = ground();
    const { campaign } = played;
    const all = [...tokens];
    const paper = filled(await played.mine(all[0]?.[0] ?? ''), (at) => (at % 2 === 0 ? 'excellent' : 'fair'));
    for (const [, token] of all)
      await handIn(
        campaign,
        token,
        paper.map((mark) => ({ ...mark, serial: randomBytes(16).toString('base64url') })),
      );
    await campaign.day(`${YEAR}-11-06`);
    await campaign.settled();
    // By the token of his receipt the voter's paper is found among those that were counted.
    type Facts = Readonly<{ items: readonly Readonly<{ type: string }>[] }>;
    const ballotId = all[0]?.[1].ballotId ?? '';
    const { items } = await campaign.get<Facts>(
      AUDITOR,
      `/v1/audit/streams/evaluation.ballot-${ballotId}?pageSize=200`,
    );
    const opened = JSON.stringify(items.filter(({ type }) => type === 'BallotsOpened.v1'));
    expect(handed).not.toBe('');
    expect(opened).toContain(handed);
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), OFFICER, morningOf(`${YEAR}-11-06`));
    await page.goto(`/rounds/${played.roundId}`);
    await seen(page, '投票办法');
    await seen(page, '·投票');
    await seen(page, '列入一个对象');
    expect(await page.getByRole('main').getByText('评分').count()).toBe(0);
    await page.getByRole('link', { name: '汇总投票结果' }).click();
    await page.getByRole('button', { name: '汇总投票结果' }).click();
    await page.getByRole('link', { name: '登记会议纪要' }).waitFor();
    await campaign.settled();
    await page.goto(`/rounds/${played.roundId}/result/${paper[0]?.entryId ?? ''}`);
    await seen(page, '无记名投票：工作成效');
    const [issued, cast] = [all.length + 1, all.length + 1];
    await seen(page, `发出 ${issued} 份选票凭证，收回 ${cast} 张选票`);
    await seen(page, '作风形象得票：很满意');
    const told = await page.getByRole('listitem').filter({ hasText: '工作成效得票：很满意' }).last().innerText();
    const counts = [...told.matchAll(/ (\d+)/gu)].map(([, count]) => Number(count));
    expect(counts).toHaveLength(4);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(cast);
    expect(counts[0]).toBeGreaterThanOrEqual(all.length);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  });
});
