import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, ROOT } from '../laws/run-tool.ts';

/**
 * Rights must not outlive their reason. Whatever a person can hold comes from a public fact that names the person, or from a
 * row of the gateway: each is listed here with what ends it, so that the next kind of holding can not be added without one.
 */
type Said =
  /** Gives something to hold; it ends in this file, which hears exits. */
  | Readonly<{ gives: string; endedIn: string }>
  /** Gives something that somebody else must take over: an exit leaves it, and it is listed. */
  | Readonly<{ gives: string; listedIn: string }>
  /** Takes something away, or only tells what was. */
  | 'gives nothing';

const DUTIES = 'services/notifications/src/adapters/postgres/duty-questions.ts';

const SAID: Readonly<Record<string, Said>> = {
  'membership.PersonRegistered': 'gives nothing',
  'membership.PersonMoved': 'gives nothing',
  'membership.MembershipStageChanged': 'gives nothing',
  'membership.PersonExited': 'gives nothing',
  'membership.PersonExitCorrected': 'gives nothing',
  'membership.RoleGranted': { gives: 'grant', endedIn: 'services/membership/src/domain/decide-exit.ts' },
  'membership.RoleRevoked': 'gives nothing',
  'membership.SignInEnded': 'gives nothing',
  'membership.SignInResetOffered': 'gives nothing',
  'membership.SecondFactorEnded': 'gives nothing',
  'membership.PersonErased': 'gives nothing',
  'notifications.NewDeviceSeen': 'gives nothing',
  'notifications.AccountChanged': 'gives nothing',
  'organizations.OfficerAppointed': {
    gives: 'office',
    endedIn: 'services/organizations/src/application/follow-exits.ts',
  },
  'organizations.OfficerRelieved': 'gives nothing',
  'evaluation.SeatAssigned': { gives: 'seat', endedIn: 'services/evaluation/src/application/follow-memberships.ts' },
  'evaluation.SeatVacated': { gives: 'seat-left', listedIn: DUTIES },
  'evaluation.SeatExcused': 'gives nothing',
  'evaluation.RecusalDeclared': 'gives nothing',
  // Gives back what the seat held, and goes with the seat.
  'evaluation.RecusalLifted': 'gives nothing',
  // What a seat judges goes with the seat.
  'evaluation.EntriesDealt': 'gives nothing',
  'evaluation.SheetSubmitted': 'gives nothing',
  'evaluation.EvaluatorReminded': 'gives nothing',
  'evaluation.ReopeningRequested': 'gives nothing',
  'evaluation.ReopeningRequestWithdrawn': 'gives nothing',
  'evaluation.ReopeningDeclined': 'gives nothing',
  'evaluation.MinutesRecorded': 'gives nothing',
  'evaluation.MinutesAttested': 'gives nothing',
  'merit_projects.EntryPlanned': { gives: 'entry', listedIn: DUTIES },
  'merit_projects.EntryProposed': { gives: 'entry', listedIn: DUTIES },
  'merit_projects.EntryRevised': { gives: 'entry', listedIn: DUTIES },
  'merit_projects.EntryDeclared': { gives: 'entry', listedIn: DUTIES },
  'merit_projects.EntryHandedOver': { gives: 'entry', listedIn: DUTIES },
  'merit_projects.EnteredEntry': 'gives nothing',
  // An exit ends nothing: a claim runs out in days, and any colleague takes it over.
  'merit_projects.ReviewClaimTakenOver': 'gives nothing',
};

/** The gateway's tables with a person, and how the file that hears exits names what it does to them. */
const GATEWAY: Readonly<Record<string, string>> = {
  account: 'insert into exited_person',
  external_identity: 'insert into exited_person',
  session: 'ends.sessions(personId)',
  one_time_link: 'delete from one_time_link where person_id',
  reset_request: 'reset_request',
  account_notice: 'account_notice',
  second_factor: 'second_factor',
  passkey: 'passkey',
  sign_in_record: 'sign_in_record',
  known_device: 'known_device',
  recovery_code: 'recovery_code',
  exited_person: 'insert into exited_person',
  known_grant: 'delete from known_grant',
  draft: 'delete from draft where person_id',
  export_job: 'delete from export_job where person_id',
};

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The messages of a context that name a person, as `context.Message`. */
const messagesNaming = (text: string): readonly string[] => {
  const context = /^package jiangong\.(\w+)\.events\.v1;/mu.exec(text)?.[1];
  return [...text.matchAll(/^message (\w+) \{(.*?)^\}/gmsu)]
    .filter(([, , body = '']) => /\bperson_ids? = /u.test(body) || /_person_ids? = /u.test(body))
    .map(([, name]) => `${context}.${name}`);
};

const events = filesUnder('proto/jiangong', '.proto').filter((file) => file.includes('/events/v1/'));
const naming = events.flatMap((file) => messagesNaming(read(file)));

/** Whether a program hears that somebody exited: by the public fact, or since it decides the exit itself. */
const hearsExits = (source: string): boolean => /PersonExited\.v1/u.test(source);

/** Whether the questions of duties have one of this name. */
const lists = (source: string, duty: string): boolean => new RegExp(`^ {2}'?${duty}'?: \``, 'mu').test(source);

/** The gateway's tables that name a person. */
const personalTables = (source: string): readonly string[] =>
  [...source.matchAll(/create table (\w+) \((.*?)^\);/gmsu)]
    .filter(([, , body = '']) => /\bperson_id\b/u.test(body))
    .map(([, name = '']) => name);

describe('whatever a person can hold', () => {
  it('comes from a fact that is listed here, and no other is', () => {
    expect(naming.length).toBeGreaterThan(20);
    expect([...naming].toSorted()).toEqual(Object.keys(SAID).toSorted());
  });
  it.each(Object.entries(SAID).flatMap(([fact, said]) => (typeof said === 'string' ? [] : [[fact, said] as const])))(
    '%s: ends with an exit, or is listed as left to do',
    (_fact, said) => {
      if ('endedIn' in said) expect(hearsExits(read(said.endedIn))).toBe(true);
      else expect(lists(read(said.listedIn), said.gives)).toBe(true);
    },
  );
  it('at the gateway stands in a table that is listed here, and ends in the one file that hears exits', () => {
    const tables = personalTables(read('services/gateway/src/adapters/postgres/tables.ts'));
    expect(tables.toSorted()).toEqual(Object.keys(GATEWAY).toSorted());
    const ends = read('services/gateway/src/adapters/postgres/end-access.ts');
    for (const does of Object.values(GATEWAY)) expect(ends).toContain(does);
  });
  it('bites: on a fact and a table that are not listed, on a file that hears no exit and a duty that nobody lists', () => {
    const fact = 'package jiangong.evaluation.events.v1;\nmessage KeyHandedOut {\n  string holder_person_id = 1;\n}\n';
    expect(messagesNaming(fact)).toEqual(['evaluation.KeyHandedOut']);
    expect(Object.keys(SAID)).not.toContain('evaluation.KeyHandedOut');
    const tables = 'create table borrowed_key (\n  person_id text not null\n);\ncreate table lock (\n  id text\n);\n';
    expect(personalTables(tables)).toEqual(['borrowed_key']);
    expect(Object.keys(GATEWAY)).not.toContain('borrowed_key');
    expect(hearsExits("if (fact.type === 'membership.PersonMoved.v1') return;")).toBe(false);
    expect(lists('const DUTIES = {\n  entry: `select 1`,\n};\n', 'key')).toBe(false);
    expect(lists('const DUTIES = {\n  entry: `select 1`,\n};\n', 'entry')).toBe(true);
  });
});
