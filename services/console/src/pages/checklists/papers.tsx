import '../../look/checklists.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Uploads, useUploads } from '../../api/upload.ts';
import { Mark } from '../../components/mark.tsx';
import { Chooser, OnItsWay, usePicture } from '../declaring/new-files.tsx';
import '../../look/declaring.css';

type Paper = Readonly<{ sha256: string; file: File }>;

/** Documents of one finding, claim or value (services/evaluation, `EVIDENCE_MAX`). */
const PAPERS_MAX = 20;

export type Added = Readonly<{
  papers: readonly Paper[];
  hashes: readonly string[];
  uploads: Uploads;
  drop: (sha256: string) => void;
  /** What keeps the order from being sent: a document is still on its way, or there is none where one is asked for. */
  lacks: 'arriving' | 'paper' | undefined;
  /** The order, sent only once every document has arrived. */
  whole: <T>(send: (typed: T) => void, isRequired: boolean) => (typed: T) => void;
}>;

/** Documents that are added to what is being recorded: brought to the platform first, named by their hash then. */
export const usePapers = (): Added => {
  const [papers, setPapers] = useState<readonly Paper[]>([]);
  const [lacks, setLacks] = useState<Added['lacks']>();
  const uploads = useUploads(({ sha256 }, file) =>
    setPapers((now) => (now.some((one) => one.sha256 === sha256) ? now : [...now, { sha256, file }])),
  );
  const isArriving = uploads.all.some(({ state }) => state !== 'refused');
  return {
    ...{ papers, uploads, lacks, hashes: papers.map(({ sha256 }) => sha256) },
    drop: (sha256) => setPapers((now) => now.filter((one) => one.sha256 !== sha256)),
    whole: (send, isRequired) => (typed) => {
      const missing = isRequired && papers.length === 0 ? 'paper' : undefined;
      const found = isArriving ? 'arriving' : missing;
      setLacks(found);
      if (found === undefined) send(typed);
    },
  };
};

const Arrived = ({ paper: { file }, onDrop }: Readonly<{ paper: Paper; onDrop: () => void }>) => {
  const { t } = useTranslation();
  const picture = usePicture(file);
  return (
    <li className="new-file">
      {picture === undefined ? <span className="file-kind">{file.name}</span> : <img src={picture} alt={file.name} />}
      <div>
        <p className="file-name">
          {file.name} <Mark tone="good">{t('declaring.arrived')}</Mark>
        </p>
        <p>
          <Button onClick={onDrop}>{t('declaring.dropFile')}</Button>
        </p>
      </div>
    </li>
  );
};

/** A picture taken here and now, or files of the device: each says how far it is, and can be taken out again. */
export const Papers = ({
  added,
  needs = '',
}: Readonly<{
  added: Added;
  /** Said where a document is asked for and none is there. */
  needs?: string;
}>) => {
  const { t } = useTranslation();
  const { papers, uploads, drop, lacks } = added;
  const room = Math.max(0, PAPERS_MAX - papers.length - uploads.all.length);
  return (
    <fieldset className="papers">
      <legend>{t('checklists.evidence')}</legend>
      <Chooser room={room} onFiles={uploads.add} />
      <p className="quiet">{t('declaring.filesHint', { count: room })}</p>
      <p className="quiet">{t('checklists.evidenceHint')}</p>
      {papers.length + uploads.all.length > 0 && (
        <ul className="new-files">
          {papers.map((paper) => (
            <Arrived key={paper.sha256} paper={paper} onDrop={() => drop(paper.sha256)} />
          ))}
          {uploads.all.map((upload) => (
            <OnItsWay key={upload.id} upload={upload} uploads={uploads} />
          ))}
        </ul>
      )}
      {lacks !== undefined && <p role="alert">{lacks === 'paper' ? needs : t('checklists.papersArriving')}</p>}
    </fieldset>
  );
};
