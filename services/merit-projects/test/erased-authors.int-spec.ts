import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Printing } from '@jiangong/documents';
import type { Actor } from '@jiangong/event-store';
import type { Ground } from '@jiangong/service-host';
import { openProse } from '../src/adapters/postgres/kept-prose.ts';
import { knowledgeOf } from '../src/adapters/postgres/knowledge.ts';
import { programmesAtTheFrontDoor } from '../src/adapters/programmes/programmes-at-the-front-door.ts';
import { meritProjects } from '../src/application/merit-projects.ts';
import { entriesStream } from '../src/application/streams.ts';
import { type Campaign, openCampaign } from './campaign-stage.ts';
import { COMMITTEE, UNIT } from './domain/edition-sample.ts';

const TEMPLATE = readFileSync(
  join(import.meta.dirname, '../../../libs/programmes/templates/works-call-public.yaml'),
  'utf8',
);
const AUTHORS_DAY = '2021-02-02T02:00:00.000Z';
const NOBODY: Actor = { kind: 'anonymous', id: null, organization: null, role: null, grant: null };
const FILE = 'ab'.repeat(32);
const DIES = new Error('the process ended here');

describe('an author who asks that his name be erased', () => {
  let campaign: Campaign;
  let editionId = '';
  let code = '';
  let entryId = '';

  /** The use cases of a process that ends behind the fact, before any key is destroyed. */
  const dying = () => {
    const { ground } = campaign;
    const privacy: Ground['privacy'] = { ...ground.privacy, destroy: () => Promise.reject(DIES) };
    const tools = { printing: {} as Printing, random: randomBytes };
    return meritProjects({ ...ground, privacy }, knowledgeOf(ground), programmesAtTheFrontDoor, tools);
  };
  const byAuthor = () => campaign.call('unit', { actor: NOBODY, requestId: randomUUID() });
  const typesStored = async (): Promise<readonly string[]> =>
    (await campaign.store.readStream(entriesStream(editionId, UNIT))).map(({ type }) => type);
  /** Until whoever hears of facts has heard of all. */
  const settled = async (): Promise<void> => {
    for (let events = 1; events > 0; events = (await campaign.readers.lag()).events) await campaign.caughtUp();
  };
  /** What the read model keeps of the author, as whoever reads it now finds it. */
  const readAuthor = async (): Promise<unknown> => {
    await settled();
    const [row] = await campaign.ground.rows.query<{ stream: string; prose: string }>(
      'select stream, prose from entry_author where entry_id = $1',
      [entryId],
    );
    const [opened] = await openProse(campaign.ground.privacy, [
      { stream: row?.stream ?? '', prose: row?.prose ?? '', type: 'AuthorNamed.v1' },
    ]);
    return opened;
  };
  const register = async (): Promise<void> => {
    const said = { title: '合作作品（虚构）', summary: '介绍。', authorName: '王作者', authorContact: '13900002222' };
    const files = { evidence: [FILE], documents: [{ document: 'work', sha256: FILE }] };
    const entered = await campaign.useCases.registration.register(
      { code, track: 'song', ...said, ...files },
      byAuthor(),
    );
    expect(entered.handled).toMatchObject({ kind: 'accepted' });
    ({ entryId } = entered);
  };

  beforeAll(async () => {
    campaign = await openCampaign();
    const { useCases, call, asked, caughtUp, moveTo } = campaign;
    const adopted = await useCases.templates.adopt({ committeeId: COMMITTEE, template: TEMPLATE }, call('officer'));
    const { templateHash } = adopted;
    const opened = await useCases.editions.open(
      { ...asked, seriesId: randomUUID(), templateHash, parameters: {}, stages: [] },
      call('officer'),
    );
    if (opened.handled.kind === 'refused') throw new Error(JSON.stringify(opened.handled.refusal));
    ({ editionId } = opened);
    await caughtUp();
    await moveTo(AUTHORS_DAY);
    const { codes } = await useCases.codes.handOut({ editionId, organizationId: UNIT, count: 1 }, call('officer'));
    code = codes[0] ?? '';
    await caughtUp();
    const file = { code, sha256: FILE, bytes: 1_000, mediaType: 'application/pdf' };
    expect(await useCases.registration.addFile(file, byAuthor())).toMatchObject({ kind: 'accepted' });
    await register();
  }, 120_000);
  afterAll(async () => campaign.close());

  it('has it erased though the process that took his order ended behind the fact', async () => {
    expect(await readAuthor()).toMatchObject({ authorName: '王作者', authorContact: '13900002222' });
    await expect(dying().authors.byCode({ code }, byAuthor())).rejects.toBe(DIES);
    expect(await typesStored()).toContain('AuthorErased.v1');
    expect(await readAuthor()).toBe('ERASED');
  });

  it('and so has the office that was asked, of a version that came later', async () => {
    await register();
    expect(await readAuthor()).toMatchObject({ authorName: '王作者' });
    const order = dying().authors.byOffice({ entryId, why: '作者来电请求。' }, campaign.call('officer'));
    await expect(order).rejects.toBe(DIES);
    expect((await typesStored()).filter((type) => type === 'AuthorErased.v1')).toHaveLength(2);
    expect(await readAuthor()).toBe('ERASED');
  });
});
