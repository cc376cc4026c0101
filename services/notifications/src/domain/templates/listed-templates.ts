import type { Audience, Subject, Template } from '../template.ts';

const edition: Subject = { kind: 'edition', field: 'editionId' };
const entry: Subject = { kind: 'entry', field: 'entryId' };

const unitOfficers: Audience = { kind: 'unit', roles: ['unit-officer'] };
const committeeOfficers: Audience = { kind: 'committee', roles: ['committee-officer'] };

const on = (name: string): string => `merit_projects.${name}.v1`;

/**
 * Messages about lists of people: nobody has put them forward, a unit looks at its own, and whom nobody has looked at is not on the list.
 * A list has hundreds of names, so what happens to one after the other is told everybody once a day.
 */
export const listedTemplates: readonly Template[] = [
  {
    id: 'entries-listed',
    version: 1,
    on: on('EntryListed'),
    of: 'listed',
    onceADay: 'edition',
    audience: [unitOfficers],
    subject: edition,
    title: { zh: '名单待核对', en: 'A list to look at' },
    body: {
      zh: '“{edition}”的名单已经列出，其中有本单位的人员。请在核对阶段逐一核对；不应列入的，或者遗漏的，请向机关党委提出。',
      en: '“{edition}” has been listed, people of your unit among them. Look at each of them while the list is checked; tell the committee who should not stand on it, or is missing.',
    },
  },
  {
    id: 'listed-reviewed',
    version: 1,
    on: on('EntryReviewed'),
    of: 'listed',
    onceADay: 'edition',
    audience: [committeeOfficers],
    subject: edition,
    title: { zh: '有单位核对了名单', en: 'A unit has looked at its list' },
    body: {
      zh: '“{edition}”的名单今日有单位进行了核对，进度见名单。',
      en: 'A unit has looked at its part of the list of “{edition}” today; the list says how far it is.',
    },
  },
  {
    id: 'listed-missed',
    version: 1,
    on: on('EntryMissed'),
    of: 'listed',
    onceADay: 'edition',
    audience: [unitOfficers, committeeOfficers],
    subject: edition,
    title: { zh: '名单中有人未列入', en: 'Some of a list were left out' },
    body: {
      zh: '“{edition}”的名单确定时，有单位的人员尚未核对或者核对未通过，没有列入；确属遗漏的，请在研究确定之前办理。',
      en: 'When the list of “{edition}” was settled, people whom their unit had not looked at, or had not passed, were left out; where that is an error, it is put right before the decision.',
    },
  },
  {
    id: 'listed-removed',
    version: 1,
    on: on('EntryRemoved'),
    of: 'listed',
    audience: [unitOfficers],
    subject: entry,
    title: { zh: '有人被移出名单', en: 'Somebody was taken off a list' },
    body: {
      zh: '“{edition}”的名单中，本单位有一人被移出，理由见办理记录。',
      en: 'Somebody of your unit was taken off the list of “{edition}”; why stands in the history of the entry.',
    },
  },
];
