import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { useOrder } from '../../api/order.ts';
import { blindToken, unblind } from '../../ballots/blind-token.ts';
import { keepTokens, keptTokens, readCopy, saveCopy, type Tokens } from '../../ballots/kept-tokens.ts';
import { type Receipt, receiptOf, saveReceipts } from '../../ballots/receipt.ts';
import { sayDeadline } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { either, nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { BoxGroups } from './groups.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import { VoteDialog } from './vote-dialog.tsx';

type Ballot = Schemas['MyBallot'];
type Of = Readonly<{ ballot: Ballot; personId: string }>;

/** What this browser keeps of one ballot, and how that changes. */
const useTokens = ({ ballot: { ballotId }, personId }: Of): readonly [Tokens, (tokens: Tokens) => void] => {
  const [tokens, setTokens] = useState(() => keptTokens(ballotId, personId));
  return [
    tokens,
    (next) => {
      keepTokens(ballotId, personId, next);
      setTokens(next);
    },
  ];
};

/** Blinds first and keeps what it blinded: should the answer be lost, the very same is asked for again. */
const collect = async ({ ballot, personId }: Of): Promise<Tokens> => {
  const { ballotId, roundId, sourceId, boxes } = ballot;
  const before = keptTokens(ballotId, personId);
  const asked =
    before.length === boxes.length
      ? before
      : await Promise.all(boxes.map(async ({ boxId, publicKey }) => blindToken(boxId, publicKey)));
  keepTokens(ballotId, personId, asked);
  const { signatures } = await answerOf(
    api.POST('/v1/rounds/{roundId}/ballot-tokens', {
      params: { path: { roundId } },
      body: { sourceId, requests: asked.map(({ boxId, blinded }) => ({ boxId, blinded })) },
    }),
  );
  return Promise.all(
    asked.map(async (one) => {
      const signed = signatures.find(({ boxId }) => boxId === one.boxId);
      return { ...one, signature: await unblind(one, signed?.blindSignature ?? '') };
    }),
  );
};

const Collecting = ({ of, onCollected }: Readonly<{ of: Of; onCollected: (tokens: Tokens) => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (given: Of) => collect(given),
    touches: [['ballots', 'mine'], ['work']],
    onDone: (tokens) => {
      onCollected(tokens);
      tell(t('ballots.collected'));
    },
  });
  return (
    <>
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate(of)} />}
      <Button type="primary" loading={order.isPending} onClick={() => order.mutate(of)}>
        {t('ballots.collect')}
      </Button>
    </>
  );
};

const CopyIn = ({ of, onRead }: Readonly<{ of: Of; onRead: (tokens: Tokens) => void }>) => {
  const { t } = useTranslation();
  const [isWrong, setWrong] = useState(false);
  const boxIds = of.ballot.boxes.map(({ boxId }) => boxId);
  const read = async (file: File | undefined): Promise<void> => {
    const tokens = file === undefined ? undefined : await readCopy(file, boxIds);
    setWrong(tokens === undefined);
    if (tokens !== undefined) onRead(tokens);
  };
  return (
    <p>
      <label className="file-button">
        {t('ballots.copyIn')}
        <input
          type="file"
          className="unseen"
          accept="application/json,.json"
          onChange={({ target }) => {
            void read(target.files?.[0]);
            // A copy that was mended is chosen again.
            target.value = '';
          }}
        />
      </label>
      {isWrong && (
        <span role="alert" className="field-fault">
          {t('ballots.copyWrong')}
        </span>
      )}
    </p>
  );
};

const bestOf = ({ levels: [best] }: Ballot): string => (best === undefined ? '' : either(best.nameZh, best.nameEn));

const Boxes = ({
  of: { ballot },
  tokens,
  onVoted,
}: Readonly<{ of: Of; tokens: Tokens; onVoted: (boxId: string) => void }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<string>();
  const token = tokens.find(({ boxId }) => boxId === asked);
  const isVoting = ballot.stage === 'voting';
  return (
    <ul className="ballot-boxes">
      {ballot.boxes.map((box) => {
        const { boxId, title, opens, groups, entries, fullMost } = box;
        return (
          <li key={boxId}>
            <span>
              {title}
              {ballot.isOnPapers && (
                <span className="quiet paper-asks">
                  {t('ballots.asks', { entries: entries.length, questions: Math.max(1, ballot.questions.length) })}
                  {fullMost !== null && t('ballots.asksAtMost', { level: bestOf(ballot), most: fullMost })}
                </span>
              )}
            </span>
            <BoxGroups groups={groups} />
            {!opens && <Mark tone="bad">{t('ballots.standing.VOTERS_BELOW_MINIMUM')}</Mark>}
            {opens && isVoting && tokens.some((one) => one.boxId === boxId && one.signature !== undefined) && (
              <Button type="primary" onClick={() => setAsked(boxId)}>
                {t('ballots.vote')}
                <span className="unseen"> {title}</span>
              </Button>
            )}
            {token !== undefined && asked === boxId && ballot.isOnPapers && (
              <PaperDialog
                ballot={ballot}
                box={box}
                token={token}
                onVoted={() => onVoted(boxId)}
                onClose={() => setAsked(undefined)}
              />
            )}
            {token !== undefined && asked === boxId && !ballot.isOnPapers && (
              <VoteDialog
                ballot={ballot}
                title={title}
                token={token}
                onVoted={() => onVoted(boxId)}
                onClose={() => setAsked(undefined)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
};

/** Of papers that were handed in on this page: gone with it, since a browser may be several people's. */
const Receipts = ({ receipts }: Readonly<{ receipts: readonly Receipt[] }>) => {
  const { t } = useTranslation();
  return receipts.length === 0 ? null : (
    <div className="note">
      <p>{t('ballots.receipt')}</p>
      <p>
        <Button onClick={() => saveReceipts(receipts)}>{t('ballots.receiptOut')}</Button>
      </p>
    </div>
  );
};

/** One ballot: first its tokens, then the votes, each by itself. Whether one has voted stands nowhere, on this page neither. */
export const MyBallot = (of: Of) => {
  const { t } = useTranslation();
  const { ballot } = of;
  const [tokens, setTokens] = useTokens(of);
  const [receipts, setReceipts] = useState<readonly Receipt[]>([]);
  const vote = (boxId: string): void => {
    setTokens(tokens.filter((one) => one.boxId !== boxId));
    if (!ballot.isOnPapers) return;
    const voted = tokens.filter((one) => one.boxId === boxId).map((one) => receiptOf(ballot.ballotId, one));
    setReceipts([...receipts, ...voted]);
  };
  const signed = tokens.filter(({ signature }) => signature !== undefined);
  const isCollecting = ballot.stage === 'collecting';
  const isAsked = isCollecting && signed.length === 0 && (!ballot.collected || tokens.length > 0);
  return (
    <section className="part" aria-labelledby={ballot.ballotId}>
      <h2 id={ballot.ballotId}>{nameIn(ballot.editionName) ?? nameIn(ballot.roundName)}</h2>
      <p>
        {isCollecting
          ? t('ballots.untilIssued', { at: sayDeadline(ballot.issueUntil) })
          : t('ballots.untilClosed', { at: sayDeadline(ballot.closesAt) })}
      </p>
      <Boxes of={of} tokens={tokens} onVoted={vote} />
      <Receipts receipts={receipts} />
      {isAsked && <Collecting of={of} onCollected={setTokens} />}
      {signed.length > 0 && (
        <p>
          {isCollecting && `${t('ballots.kept', { at: sayDeadline(ballot.issueUntil) })} `}
          <Button onClick={() => saveCopy(signed)}>{t('ballots.copyOut')}</Button>
        </p>
      )}
      {ballot.collected && signed.length === 0 && !isAsked && (
        <>
          <p>{t(isCollecting ? 'ballots.lost' : 'ballots.noTokens')}</p>
          <CopyIn of={of} onRead={setTokens} />
        </>
      )}
      {!ballot.collected && !isCollecting && <p>{t('ballots.neverCollected')}</p>}
    </section>
  );
};
