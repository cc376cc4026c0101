import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { morningOf } from '../demo/world/edition-calendar.ts';
import { FIRST_OFFICER } from '../demo/world/people.ts';
import { opened, OpenedEdition, YEAR } from './opened-edition.ts';

const NEEDS = { units: 5, experts: 3, body: 3, voters: [] };
const TEMPLATE = join(import.meta.dirname, '../../../libs/programmes/templates/works-call-public.yaml');

export const [UNIT_A, UNIT_B] = ['u-001', 'u-002'] as const;
/** What UNIT_A is handed; the last of them is recalled. */
const CODES = 4;
/** What UNIT_B is handed, twice: with one more order of the kind it had more than may be. */
export const CODES_OF_B = 200;

/** How far works of the public have come, in order. */
export const STAGES = ['handed', 'entered', 'withdrawn', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

type HandedOut = Readonly<{ batchId: string; codes: readonly string[] }>;

const fileOf = (code: string): Buffer =>
  Buffer.from(`作品 ${createHash('sha256').update(code).digest('hex')}\n`, 'utf8');

/** An edition that people without an account enter by codes, with codes that hold and one that does not. */
export class RegisteredEdition extends OpenedEdition {
  batchId = '';
  /** Of the work that the first code stands for. */
  entryId = '';
  #codes: readonly string[] = [];

  static async start(): Promise<RegisteredEdition> {
    return new RegisteredEdition(await opened('registered', await readFile(TEMPLATE, 'utf8'), NEEDS));
  }

  get codes(): string {
    return `/v1/editions/${this.edition.editionId}/codes`;
  }

  /** The first has a work once one is entered, the second has a file alone, the third nothing; the last is recalled. */
  code(number: number): string {
    return this.#codes[number - 1] ?? '';
  }

  /** The file that was brought by a code. */
  file(number: number): string {
    return createHash('sha256')
      .update(fileOf(this.code(number)))
      .digest('hex');
  }

  /** A form that is filled in as it should be. */
  work(number: number, change: object = {}): object {
    const sha256 = this.file(number);
    return {
      ...{ code: this.code(number), track: 'song', title: '歌曲（虚构）', summary: '原创作品（虚构）。' },
      ...{ authorName: '王小虚', authorContact: '000-00000000' },
      ...{ evidence: [sha256], documents: [{ document: 'work', sha256 }] },
      ...change,
    };
  }

  /** The log's last position, once nobody has anything left to append. */
  async head(): Promise<number> {
    const { platform } = this;
    await platform.untilQuiet();
    const { statuses } = (await platform.ask({ kind: 'quiet?' })) as {
      statuses?: Record<string, { head: number | null }>;
    };
    const heads = Object.values(statuses ?? {}).flatMap(({ head }) => (head === null ? [] : [head]));
    if (heads.length === 0) throw new Error('no service tells the end of the log');
    return Math.max(...heads);
  }

  async reach(stage: Stage): Promise<void> {
    const acts: Record<Stage, () => Promise<void>> = {
      handed: () => this.#handOut(),
      entered: () => this.#enter(),
      withdrawn: () => this.#withdraw(),
      closed: () => this.platform.moveClock(morningOf(`${YEAR}-05-02`)),
    };
    await acts[stage]();
    await this.platform.untilQuiet();
  }

  async #handOut(): Promise<void> {
    await this.platform.moveClock(morningOf(`${YEAR}-02-02`));
    const { play } = this.edition;
    const handOut = (unit: string, count: number, of = unit): Promise<HandedOut> =>
      play.as(FIRST_OFFICER).order<HandedOut>({
        ...{ path: this.codes, body: { organizationId: play.organization(unit), count } },
        key: this.edition.key(`codes ${of}`),
      });
    const { batchId, codes } = await handOut(UNIT_A, CODES);
    await handOut(UNIT_B, CODES_OF_B);
    await handOut(UNIT_B, CODES_OF_B, `${UNIT_B} again`);
    this.batchId = batchId;
    this.#codes = codes;
    await this.edition.order(FIRST_OFFICER, `${this.codes}/${batchId}/recall`, { numbers: [CODES], why: '遗失一张。' });
    for (const number of [1, 2])
      await play.public.upload('/v1/public/works/files', fileOf(this.code(number)), {
        ...{ 'content-type': 'text/plain', 'work-code': this.code(number) },
      });
  }

  async #enter(): Promise<void> {
    const order = { path: '/v1/public/works', body: this.work(1), key: this.edition.key('a work') };
    this.entryId = (await this.edition.play.public.order<{ entryId: string }>(order)).entryId;
  }

  async #withdraw(): Promise<void> {
    const body = { code: this.code(1), why: '需要修改（虚构）。' };
    const order = { path: '/v1/public/works/withdrawal', body, key: this.edition.key('taken back') };
    await this.edition.play.public.order(order);
  }
}
