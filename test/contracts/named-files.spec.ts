import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { protoTexts } from './proto-texts.ts';

const PROTO = join(import.meta.dirname, '../../proto/jiangong');

/**
 * How each request keeps the rule that nobody can ask whether a file is there:
 * `nameable`: looked up, and refused alike where it is unknown and where it is not the caller's to name (`named-files.int-spec`);
 * `of-its-entry`: found among the files that its entry or objection names already, which the permission lets the caller see;
 * `added`: the caller has the bytes, the gateway took the hash from them;
 * `its-own`: the gateway names only what the same hand-in brought (`objections.int-spec`);
 * `by-its-namer`: any hash is taken, so the answer says nothing; a route hands the file out only where whoever named it had added it himself
 *   (`judged-evidence.int-spec`), and only to whoever is shown what names it (evaluation, `named-evidence.spec`);
 * `never-looked-up`: a seal on a paper that the platform does not keep: any hash is taken, so the answer says nothing, and no route hands a file out by it.
 */
const HOW: Readonly<
  Record<string, 'nameable' | 'of-its-entry' | 'added' | 'its-own' | 'by-its-namer' | 'never-looked-up'>
> = {
  'NominateEntryRequest.evidence': 'nameable',
  'CompleteMilestoneRequest.evidence': 'nameable',
  'ReportProgressRequest.evidence': 'nameable',
  'DeclareEntryRequest.evidence': 'nameable',
  'DescribeEvidenceRequest.sha256': 'nameable',
  'RegisterWorkRequest.evidence': 'nameable',
  'AddClearanceFileRequest.sha256': 'nameable',
  'AddProblemMeasureRequest.evidence': 'nameable',
  'ProposeDestructionRequest.sha256': 'of-its-entry',
  'RejectDestructionRequest.sha256': 'of-its-entry',
  'DestroyEvidenceRequest.sha256': 'of-its-entry',
  'GetEvidenceRequest.sha256': 'of-its-entry',
  'GetProblemFileRequest.sha256': 'of-its-entry',
  'GetObjectionEvidenceRequest.sha256': 'of-its-entry',
  'RegisterEvidenceRequest.sha256': 'added',
  'AddWorkFileRequest.sha256': 'added',
  'ReceiveObjectionRequest.evidence': 'its-own',
  'RecordMinutesRequest.file': 'never-looked-up',
  'RecordMeetingRequest.file': 'never-looked-up',
  'RecordOccurrenceRequest.evidence': 'by-its-namer',
  'FileAppealRequest.evidence': 'by-its-namer',
  'GetAppealEvidenceRequest.sha256': 'by-its-namer',
  'ClaimBonusRequest.evidence': 'by-its-namer',
  'RecordMeasuresRequest.evidence': 'by-its-namer',
  'CountPapersRequest.evidence': 'by-its-namer',
  'GetTallySheetRequest.sha256': 'by-its-namer',
  'GetFindingEvidenceRequest.sha256': 'by-its-namer',
  'GetClaimEvidenceRequest.sha256': 'by-its-namer',
  'GetMeasureEvidenceRequest.sha256': 'by-its-namer',
  'GetNamedEvidenceRequest.sha256': 'by-its-namer',
  'AnswerFactRequest.file': 'never-looked-up',
  'CorrectFactAnswerRequest.file': 'never-looked-up',
  'PutForwardRequest.file': 'never-looked-up',
  'CorrectPutForwardRequest.file': 'never-looked-up',
  'RecordOutsideDecisionRequest.file': 'never-looked-up',
};

it('every request that names a file by its hash keeps the rule that nobody can ask whether it is there', () => {
  const sources = readdirSync(PROTO, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.proto'))
    .map((file) => readFileSync(join(PROTO, file), 'utf8'));
  const naming = [...protoTexts(sources).messages].flatMap(([message, fields]) =>
    message.endsWith('Request')
      ? fields
          .filter(({ name, comment }) => comment.includes('SHA-256') || name === 'sha256')
          .map(({ name }) => `${message.slice(message.lastIndexOf('.') + 1)}.${name}`)
      : [],
  );
  expect(naming.toSorted()).toEqual(Object.keys(HOW).toSorted());
});
