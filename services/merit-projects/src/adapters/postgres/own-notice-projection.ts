import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { findableBy, sortKeyOf } from '@jiangong/wording/search';
import { OWN_NOTICE_STREAMS } from '../../application/streams.ts';
import type { OwnNoticeBegun, OwnNoticeFact, OwnObjectionTaken } from '../../domain/own-notice/facts.ts';
import { keptText } from './kept-prose.ts';

const begin = (rows: ProjectedRows, { data }: OwnNoticeBegun, { position, stream }: ProjectedEvent): void => {
  const { keys, text } = findableBy([data.title]);
  rows.write(
    `insert into own_notice (own_notice_id, edition_id, nominator_id, track, subject_kind, subject_id, title, notice_from, notice_until, stopped, stream, position,
       title_key, search_keys, search_text)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10, $11, $12, $13, $14)`,
    [
      ...[
        data.ownNoticeId,
        data.editionId,
        data.nominatorId,
        data.track,
        data.subject.kind,
        data.subject.id,
        data.title,
      ],
      ...[data.noticeFrom, data.noticeUntil, stream, position, sortKeyOf(data.title), keys, text],
    ],
  );
};

const take = (rows: ProjectedRows, { data }: OwnObjectionTaken, { position, occurredAt }: ProjectedEvent): void =>
  rows.write(
    `insert into own_objection (objection_id, own_notice_id, made_on, told_to, taken_at, outcome, prose, answer_prose, why_prose, reopenings, position)
     values ($1, $2, $3, $4, $5, '', $6, '', '', 0, $7)`,
    [data.objectionId, data.ownNoticeId, data.madeOn, data.toldTo, occurredAt, keptText(data), position],
  );

/** What nominators make known before they declare, with who objects; what was written stays sealed. */
export const ownNoticeProjection: Projection = {
  name: 'own-notices',
  version: 1,
  tables: `
    create table if not exists own_notice (
      own_notice_id text primary key,
      edition_id text not null,
      nominator_id text not null,
      track text not null,
      subject_kind text not null,
      subject_id text not null,
      title text not null,
      notice_from text collate "C" not null,
      notice_until text collate "C" not null,
      stopped boolean not null,
      stream text not null,
      position bigint not null,
      title_key text collate "C" not null,
      search_keys text not null,
      search_text text not null
    );
    create index if not exists own_notice_edition on own_notice (edition_id, position);
    create table if not exists own_objection (
      objection_id text primary key,
      own_notice_id text not null,
      made_on text not null,
      told_to text not null,
      taken_at text not null,
      outcome text not null,
      prose text not null,
      answer_prose text not null,
      why_prose text not null,
      reopenings integer not null,
      position bigint not null
    );
    create index if not exists own_objection_notice on own_objection (own_notice_id);`,
  tableNames: ['own_notice', 'own_objection'],
  source: { kind: 'log', streamPrefixes: [OWN_NOTICE_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as OwnNoticeFact;
    switch (fact.type) {
      case 'OwnNoticeBegun.v1':
        return begin(rows, fact, event);
      case 'OwnNoticeStopped.v1':
        return rows.write('update own_notice set stopped = true where own_notice_id = $1', [fact.data.ownNoticeId]);
      case 'OwnObjectionTaken.v1':
        return take(rows, fact, event);
      case 'OwnObjectionAnswered.v1':
        return rows.write('update own_objection set outcome = $2, answer_prose = $3 where objection_id = $1', [
          ...[fact.data.objectionId, fact.data.outcome, keptText(fact.data)],
        ]);
      case 'OwnObjectionReopened.v1':
        return rows.write(
          `update own_objection set outcome = '', why_prose = $2, reopenings = $3 where objection_id = $1`,
          [...[fact.data.objectionId, keptText(fact.data), fact.data.reopening]],
        );
    }
  },
};
