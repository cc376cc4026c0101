import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Campaign } from './all-goes-wrong/campaign.ts';
import { ALPHA, BETA, HEIR, INSPECTOR, MERGED, OFFICER, YEAR } from './all-goes-wrong/cast.ts';
import { COMMITTEE } from './demo/world/people.ts';

const TEMPLATES = join(import.meta.dirname, '../../libs/programmes/templates');

/** The calendar of such a template comes a year after what it judges. */
export const AFTER = YEAR + 1;

export const UNITS = { a: ALPHA, b: BETA, c: MERGED, d: HEIR } as const;
export type Unit = keyof typeof UNITS;
export const ALL = Object.keys(UNITS) as readonly Unit[];

/** The unit's Party committee puts it forward; its secretary answers for it. */
export const nominatorOf = (unit: Unit): string => `${UNITS[unit]}-officer`;
export const secretaryOf = (unit: Unit): string => `${UNITS[unit]}-secretary`;

/** What a shipped template is played as; `windows`: its stages, each with its first and last day of the year after. */
export type Edition = Readonly<{
  template: string;
  titleZh: string;
  titleEn: string;
  summary: string;
  windows: Readonly<Record<string, readonly [opens: string, closes: string]>>;
  /** In which year its stages are: the year after what it judges, where it does not say. */
  held?: number;
  /** What the edition sets otherwise than the template does. */
  parameters?: Readonly<Record<string, string>>;
  /** The template's text as it is played, where it is not the shipped one. */
  changed?: (template: string) => string;
}>;

/** What a unit puts forward; a work is nothing that has an id of its own. */
export type Nominee = Readonly<{ track: string; subjectId?: string; title: string; documents: readonly string[] }>;

/** An edition of units that are put forward, cleared and checked, through the public API alone. */
export class PlayedNominated {
  readonly campaign: Campaign;
  readonly #edition: Edition;
  readonly #entries = new Map<Unit, string>();
  editionId = '';
  roundId = '';

  constructor(campaign: Campaign, edition: Edition) {
    this.campaign = campaign;
    this.#edition = edition;
  }

  entry(unit: Unit): string {
    const found = this.#entries.get(unit);
    if (found === undefined) throw new Error(`${unit} was not put forward`);
    return found;
  }

  /** What is about one unit in the round. */
  about(unit: Unit, what: string): string {
    return `/v1/rounds/${this.roundId}/entries/${this.entry(unit)}/${what}`;
  }

  async open(): Promise<void> {
    const { campaign } = this;
    const { template: name, titleZh, titleEn, windows, held = AFTER, parameters = {} } = this.#edition;
    const committeeId = campaign.play.organization(COMMITTEE);
    const shipped = await readFile(join(TEMPLATES, `${name}.yaml`), 'utf8');
    const template = this.#edition.changed?.(shipped) ?? shipped;
    const { templateHash } = await campaign.order<{ templateHash: string }>(OFFICER, '/v1/templates', {
      ...{ committeeId, template },
    });
    const { editionId } = await campaign.order<{ editionId: string }>(OFFICER, '/v1/editions', {
      ...{ committeeId, seriesId: campaign.play.key(name), year: YEAR, templateHash },
      ...{ titleZh, titleEn, parameters },
      stages: Object.entries(windows).map(([stageId, [opens, closes]]) => ({
        ...{ stageId, opensOn: `${held}-${opens}`, closesOn: `${held}-${closes}` },
      })),
    });
    this.editionId = editionId;
  }

  /** The unit itself, with a report about itself. */
  protected nominee(unit: Unit): Nominee {
    const subjectId = this.campaign.play.organization(UNITS[unit]);
    return { track: 'unit', subjectId, title: `${unit.toUpperCase()}厅（虚构）`, documents: ['self-report'] };
  }

  async nominate(unit: Unit): Promise<void> {
    const { campaign, editionId } = this;
    const by = nominatorOf(unit);
    const report = Buffer.from(`自查报告（虚构）：${unit}\n`, 'utf8');
    const sha256 = createHash('sha256').update(report).digest('hex');
    await campaign.play.as(by).upload('/v1/evidence', report, { 'content-type': 'text/plain' });
    const { documents, ...nominee } = this.nominee(unit);
    const { entryId } = await campaign.order<{ entryId: string }>(by, '/v1/nominations', {
      ...{ editionId, nominatorId: campaign.play.organization(UNITS[unit]), ...nominee },
      ...{ answerable: [campaign.play.person(secretaryOf(unit))] },
      ...{ summary: this.#edition.summary, evidence: [sha256] },
      documents: documents.map((document) => ({ document, sha256 })),
    });
    this.#entries.set(unit, entryId);
  }

  async clear(unit: Unit): Promise<void> {
    const path = `/v1/entries/${this.entry(unit)}`;
    await this.campaign.order(OFFICER, `${path}/clearance-request`, { scopes: ['entry'] });
    await this.campaign.order(INSPECTOR, `${path}/clearance`, {
      opinions: [{ scope: 'entry', outcome: 'cleared' }],
      opinionNumber: `示纪审${ALL.indexOf(unit) + 1}号`,
      why: '',
    });
  }

  async findRound(): Promise<void> {
    const { items } = await this.campaign.get<{ items: readonly { roundId: string; status: string }[] }>(
      OFFICER,
      `/v1/rounds?editionId=${this.editionId}`,
    );
    const round = items.find(({ status }) => status === 'open');
    if (round === undefined) throw new Error(`no round is open: ${items.map(({ status }) => status).join(', ')}`);
    this.roundId = round.roundId;
  }
}
