import { addCalendarDays, shippedHolidays } from '@jiangong/calendar';
import { namingDayOf, stageWindows } from '@jiangong/programmes';
import { meet } from '../../demo/play/acts/minutes.ts';
import { expectRefusal } from '../../demo/play/expect-refusal.ts';
import type { Play } from '../../demo/play/play.ts';
import { COMMITTEE, FIRST_LEADER, FIRST_OFFICER } from '../../demo/world/people.ts';
import type { Step } from '../agenda.ts';
import type { Programme } from '../read-programme.ts';

const PAGE = 200;

/** A unit as the list tells it: in or out, and why. */
export type Told = Readonly<{
  organizationId: string;
  yearsDeclared: readonly number[];
  yearsFirstPrize: readonly number[];
  readings: readonly Readonly<{
    reading: string;
    in: boolean;
    reasons: readonly Readonly<{ reason: string; years: readonly number[] }>[];
  }>[];
  listed: boolean;
  putRight: 'put-on' | 'take-off' | null;
}>;

type Naming = Readonly<{ reading: string; resultHash: string; asOf: string | null; listedIds: readonly string[] }>;

/** A naming while it is played: over the years of a series whose editions were played before it. */
export class PlayedNaming {
  readonly play: Play;
  readonly programme: Programme;
  readonly seriesId: string;
  readonly years: readonly number[];
  roundId = '';
  /** Whom the list named as it was computed, and after it was put right. */
  computed: readonly string[] = [];
  listed: readonly string[] = [];
  subjects: readonly Told[] = [];
  /** Whom the body left out, whom the circular names. */
  leftOut = '';
  named: readonly string[] = [];

  constructor(play: Play, programme: Programme, seriesId: string, years: readonly number[]) {
    this.play = play;
    this.programme = programme;
    this.seriesId = seriesId;
    this.years = years;
  }

  get path(): string {
    return `/v1/series/${this.seriesId}/naming`;
  }

  get lastYear(): number {
    return Math.max(...this.years);
  }

  key(of: string): string {
    return this.play.key(`${this.programme.compiled.id} ${of}`);
  }

  order<T = unknown>(by: string, path: string, body: unknown = {}): Promise<T> {
    return this.play.as(by).order<T>({ path, body, key: this.key(`${by} ${path} ${JSON.stringify(body)}`) });
  }

  told(): Promise<Naming> {
    return this.play.as(FIRST_OFFICER).get<Naming>(this.path);
  }

  async everySubject(): Promise<readonly Told[]> {
    const { items } = await this.play
      .as(FIRST_OFFICER)
      .get<{ items: readonly Told[] }>(`${this.path}/subjects?pageSize=${PAGE}`);
    return items;
  }
}

const asked = async (naming: PlayedNaming) => {
  const { play, programme, years, lastYear } = naming;
  const { templateHash } = await naming.order<{ templateHash: string }>(FIRST_OFFICER, '/v1/templates', {
    ...{ committeeId: play.organization(COMMITTEE), template: programme.text },
  });
  return { firstYear: Math.min(...years), lastYear, templateHash, parameters: programme.parameters };
};

/** The day before it the list is refused: what is decided until then may still change it. */
const refuseEarly = async (naming: PlayedNaming): Promise<void> => {
  await expectRefusal(naming.play.as(FIRST_OFFICER), 'NAMING_BEFORE_ITS_DAY', {
    ...{ method: 'POST', path: naming.path, key: naming.key('early'), body: await asked(naming) },
  });
};

/** The list is computed: who is in, who is out, and why. */
const list = async (naming: PlayedNaming): Promise<void> => {
  const { roundId } = await naming.order<{ roundId: string }>(FIRST_OFFICER, naming.path, await asked(naming));
  naming.roundId = roundId;
  await naming.play.platform.untilQuiet();
  naming.computed = (await naming.told()).listedIds;
  naming.subjects = await naming.everySubject();
};

/**
 * The office puts on the list whom its data leave out by mistake, and takes somebody off; each is carried out by a member of the body. One
 * more proposal is turned down.
 */
const putRight = async (naming: PlayedNaming): Promise<void> => {
  // Whom one missing declaration alone leaves out could have been missed.
  const out = naming.subjects
    .filter(({ listed }) => !listed)
    .toSorted((one, other) => other.yearsFirstPrize.length - one.yearsFirstPrize.length)
    .map(({ organizationId }) => organizationId);
  const path = `${naming.path}/corrections`;
  const propose = async (organizationId: string, change: string, why: string): Promise<string> =>
    (await naming.order<{ proposalId: string }>(FIRST_OFFICER, path, { organizationId, change, why })).proposalId;
  const [missed, other] = out;
  if (missed === undefined || other === undefined) throw new Error('the list has left out nobody who could be missed');
  const proposals = [
    await propose(missed, 'put-on', '该单位某年度申报表为纸质件，登记时漏录，有原件（虚构）。'),
    await propose(naming.computed[0] as string, 'take-off', '该单位一等奖登记有误，应归其他单位（虚构）。'),
  ];
  const proposalId = await propose(other, 'put-on', '据反映有漏录（虚构）。');
  await naming.order(FIRST_LEADER, `${path}/${proposalId}/reject`, { why: '经核实没有漏录（虚构）。' });
  for (const one of proposals) {
    await expectRefusal(naming.play.as(FIRST_OFFICER), 'NO_GRANT', {
      ...{ method: 'POST', path: `${path}/${one}/carry-out`, key: naming.key(`own ${one}`), body: { why: '属实' } },
    });
    await naming.order(FIRST_LEADER, `${path}/${one}/carry-out`, { why: '经核实，情况属实（虚构）。' });
  }
  await naming.play.platform.untilQuiet();
  naming.listed = (await naming.told()).listedIds;
  naming.subjects = await naming.everySubject();
};

/** The body meets over the list as it was put right, and leaves one out with a reason where it names more than one. */
const decide = async (naming: PlayedNaming, meetingOn: string): Promise<void> => {
  const { play, listed, roundId, lastYear } = naming;
  const { resultHash } = await naming.told();
  const departures =
    listed.length > 1
      ? [{ entryId: listed[0] as string, rule: 'none', reason: '年内发生责任事故，经集体研究不予命名（虚构）。' }]
      : [];
  naming.leftOut = departures[0]?.entryId ?? '';
  await meet(play, {
    ...{ roundId, name: `${naming.programme.compiled.id} naming`, resultHash, meetingOn, departures },
    minutesNumber: `示直工委纪要〔${lastYear + 1}〕${naming.programme.compiled.id}`,
  });
};

const commend = async (naming: PlayedNaming): Promise<void> => {
  const { play, roundId, lastYear, programme } = naming;
  await naming.order(FIRST_OFFICER, `/v1/rounds/${roundId}/circular`, {
    documentNumber: `示直党发〔${lastYear + 1}〕${programme.compiled.id}（虚构）`,
  });
  await play.platform.untilQuiet();
  const { decision } = await play
    .as(FIRST_OFFICER)
    .get<{ decision: Readonly<{ organizationIds: readonly string[] }> | null }>(naming.path);
  naming.named = decision?.organizationIds ?? [];
};

type Window = Readonly<{ stageId: string; opensOn: string; closesOn: string }>;

/** Everything that is to do for a naming, on the days of its template's own stages. */
export const namingSteps = (naming: PlayedNaming): readonly Step[] => {
  const { compiled } = naming.programme;
  const windows = stageWindows(
    compiled.calendar.map(({ id, opens, closes }) => ({ id, opens, closes })),
    { year: naming.lastYear, holidays: shippedHolidays },
  );
  if (!Array.isArray(windows)) throw new Error(`${compiled.id}: nobody knows the holidays of a year that it needs`);
  const days = new Map((windows as readonly Window[]).map((one) => [one.stageId, one]));
  const steps = compiled.calendar.flatMap(({ id, act }, place): readonly Step[] => {
    const { opensOn = '', closesOn = '' } = days.get(id) ?? {};
    const step = (on: string, what: string, doing: () => Promise<void>): Step => ({
      ...{ on, place, what: `${compiled.id}: ${what}` },
      act: async () => doing().then(() => []),
    });
    if (act === 'declare')
      return [
        // The circular of the last edition is issued in the weeks before.
        step(addCalendarDays(closesOn, -1), 'the list', () => list(naming)),
        step(closesOn, 'the list put right', () => putRight(naming)),
      ];
    if (act === 'decide') return [step(addCalendarDays(opensOn, 1), id, () => decide(naming, opensOn))];
    return act === 'commend' ? [step(opensOn, id, () => commend(naming))] : [];
  });
  const day = namingDayOf(compiled, naming.lastYear);
  if (day === undefined) return steps;
  const before = { on: addCalendarDays(day, -1), place: 0, what: `${compiled.id}: no list before its day` };
  return [{ ...before, act: async () => refuseEarly(naming).then(() => []) }, ...steps];
};
