import { expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type ExpectedEnd, expectedEnd } from '../../../test/journeys/demo/play/acts/decision.ts';
import { ATTESTING } from '../../../test/journeys/demo/play/acts/minutes.ts';
import type { FilledSheet } from '../../../test/journeys/demo/play/acts/scoring.ts';
import { completeMilestone, report } from '../../../test/journeys/demo/play/acts/delivery.ts';
import { readLog } from '../../../test/journeys/demo/report/read-log.ts';
import { readOutcome } from '../../../test/journeys/demo/report/verify-edition.ts';
import { storyFaults } from '../../../test/journeys/demo/run-demo.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { isDeclared, isScored } from '../../../test/journeys/demo/world/campaign-year.ts';
import { browserSuite } from './browser-suite.ts';
import * as decide from './edition/decision-acts.ts';
import * as deliver from './edition/deliver-acts.ts';
import { EditionRoom } from './edition/edition-room.ts';
import { awardsAsWritten, honoursAsWritten, rankingAsWritten } from './edition/ends.ts';
import { openFirstEdition } from './edition/open-acts.ts';
import { confirmPlans, planEntry } from './edition/plan-acts.ts';
import { hasPython, recomputed } from './edition/recomputed.ts';
import * as review from './edition/review-acts.ts';
import * as naming from './edition/naming-acts.ts';
import * as score from './edition/score-acts.ts';
import { SMALL_PLAN, YEAR } from './edition/small-story.ts';

// Far more than it takes: a busy machine is no failure.
jest.setTimeout(600_000);

const onFirstDay = {
  start: async (browser: Browser) => EditionRoom.start(`${YEAR}-01-05`, browser),
  origin: ({ origin }: EditionRoom) => origin,
};

browserSuite('a whole edition, played in pages by its roles', onFirstDay, ({ ground: room }) => {
  let sheets: readonly FilledSheet[] = [];
  let end: ExpectedEnd;
  let receipts: readonly string[] = [];
  let broken = false;
  /** A story that has broken is not gone on with. */
  const step = (name: string, act: () => Promise<void>): void =>
    it(name, async () => {
      if (broken) throw new Error('an earlier step has failed');
      broken = true;
      await act();
      broken = false;
    });

  step('the committee takes the programme into use and opens its first edition', async () => openFirstEdition(room()));

  step('every project is planned by who answers for it and confirmed by its unit', async () => {
    await room().on('01-07');
    // Nobody plans two at once: whoever does is told that his draft is written elsewhere, too.
    const byPlanner = Map.groupBy(room().edition.entries, ({ leader }) => leader);
    await room().each([...byPlanner.values()], async (own) => {
      for (const entry of own) await planEntry(room(), entry);
    });
    const units = [...new Set(room().edition.entries.map(({ unit }) => unit))];
    await room().each(units, async (unit) => confirmPlans(room(), unit));
  });

  step('progress is reported with files, milestones are completed, good ones are made known', async () => {
    const { play, edition } = room();
    // The others report as these do, by the same calls without the page.
    const inPages = edition.entries.filter(({ withEvidence, featured }) => withEvidence || featured);
    const others = edition.entries.filter((entry) => !inPages.includes(entry));
    await room().on('06-15');
    await room().each(inPages, async (entry) => {
      await deliver.reportProgress(room(), entry, 1);
      await deliver.completeFirst(room(), entry, `${YEAR}-05-30`);
      if (entry.featured) await deliver.featureEntry(room(), entry);
    });
    for (const entry of others) {
      await report(play, entry, 1);
      await completeMilestone(play, entry, 0, `${YEAR}-05-30`);
    }
    await room().on('09-16');
    for (const entry of edition.entries) {
      if (entry.reports === 2) await report(play, entry, 2);
      if (isDeclared(entry)) await completeMilestone(play, entry, 1, `${YEAR}-09-15`);
    }
  });

  step('units declare in time; one takes it back', async () => {
    await room().on('11-03');
    const inTime = room().edition.entries.filter((entry) => isDeclared(entry) && entry.fate !== 'late');
    await room().each(inTime, async (entry) => deliver.declareEntry(room(), entry));
    await room().each(room().entriesOf('withdrawn'), async (entry) => deliver.withdrawEntry(room(), entry));
  });

  step(
    'the first review lets one be late, returns one, fails one and passes the others; the return is answered',
    async () => {
      await room().on('11-12');
      for (const entry of room().entriesOf('late')) {
        await review.allowLate(room(), entry);
        await deliver.declareEntry(room(), entry);
      }
      const standing = room().edition.entries.filter((entry) => isDeclared(entry) && entry.fate !== 'withdrawn');
      for (const entry of standing) await review.reviewEntry(room(), entry);
      await room().on('11-16');
      for (const entry of room().entriesOf('returned')) {
        await deliver.answerReturn(room(), entry);
        await review.reviewEntry(room(), entry);
      }
    },
  );

  step('discipline inspection is asked, blocks one and clears the others', async () => {
    const asked = room().edition.entries.filter(
      (entry) => isScored(entry) || entry.fate === 'blocked' || entry.fate === 'objection-upheld',
    );
    await review.requestClearances(room(), asked.length);
    await room().each([...asked.entries()], async ([at, entry]) => review.giveOpinion(room(), entry, at + 1));
  });

  step(
    'what is cleared is published; the public objects to two, one is upheld and one is not, and each reads so by its code',
    async () => {
      await room().on('11-20');
      const cleared = room().edition.entries.filter((entry) => isScored(entry) || entry.fate === 'objection-upheld');
      await review.publishAll(room(), cleared.length);
      await room().on('11-24');
      const objected = room().entriesOf('objection-upheld', 'objection-rejected');
      const codes: string[] = [];
      for (const entry of objected) codes.push(await review.objectTo(room(), entry));
      receipts = codes;
      await room().on('11-25');
      for (const entry of objected) await review.settleObjection(room(), entry);
      for (const [at, { fate }] of objected.entries())
        expect(await review.askHowItStands(room(), receipts[at] ?? '')).toContain(
          fate === 'objection-upheld' ? '异议成立，项目移出' : '异议不成立',
        );
    },
  );

  step(
    'the panel is convened, and every evaluator seals his sheet: one typed key by key, the others pasted',
    async () => {
      await room().on('11-26');
      await score.convene(room());
      await room().on('12-02');
      sheets = score.sheetsOf(room());
      await room().each([...sheets.entries()], async ([at, sheet]) =>
        score.fillSheet(room(), sheet, at === 0 ? 'keys' : 'paste'),
      );
      await room().on('12-11');
    },
  );

  step(
    'the tally’s ranks, points and awards are, row by row, what the demo reckons apart from the platform',
    async () => {
      end = expectedEnd(room().play, room().edition, sheets, SMALL_PLAN);
      const shown = await decide.tallyRound(room());
      expect(shown).toEqual(rankingAsWritten(room(), end));
    },
  );

  step(
    'the leadership departs with reasons and attests, the list is published, and the circular waits for its notice',
    async () => {
      await room().on('12-15');
      await decide.recordMinutes(room(), end);
      for (let leader = 1; leader <= ATTESTING; leader += 1)
        await decide.attest(room(), `leader-${leader}`, leader === ATTESTING ? '决定生效' : '已确认');
      await decide.publishProposed(room());
      await decide.issueTooEarly(room(), end);
    },
  );

  step(
    'the circular grants exactly the awards of the demo’s reckoning, in the circular, on paper and in public',
    async () => {
      await room().on('12-23');
      expect(await decide.issueCircular(room(), end)).toEqual(awardsAsWritten(room(), end));
      await decide.makePapers(room());
      await room().untilQuiet();
      const expected = honoursAsWritten(room(), end);
      const seen = await decide.honoursInPublic(room(), expected.length);
      expect(seen).toHaveLength(expected.length);
      expect(seen).toEqual(expect.arrayContaining([...expected]));
    },
  );

  step('every rank, award, name and event is as the story says, and a stranger recomputes the same', async () => {
    const { play } = room();
    await play.platform.moveClock(morningOf(`${YEAR + 1}-02-01`));
    const outcome = await readOutcome(play, YEAR);
    const events = await readLog(play.as('auditor-1'));
    expect(await storyFaults(play, { ends: [end], pacesetters: undefined }, [outcome], events)).toEqual([]);
    expect(room().judge.faults).toEqual([]);
    if (hasPython) expect(await recomputed(events, outcome)).toEqual({ status: 0, stderr: '' });
  });

  step(
    'units are named over the series: a list, minutes that leave one out with its reason, attested, made known',
    async () => {
      await room().on('02-10', YEAR + 1);
      const listed = await naming.computeList(room());
      expect(listed.length).toBeGreaterThan(1);
      const [leftOut = '', ...named] = listed;
      await naming.recordMinutes(room(), leftOut);
      for (let leader = 1; leader <= ATTESTING; leader += 1)
        await naming.attest(room(), `leader-${leader}`, leader === ATTESTING ? '决定生效' : '已确认');
      expect((await naming.issueCircular(room())).toSorted()).toEqual(named.toSorted());
    },
  );
});
