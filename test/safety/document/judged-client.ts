import { HttpClient } from '../../journeys/demo/http/http-client.ts';
import { AnswerJudge } from './answer-judge.ts';

/** A client whose every answer is held against the document that the platform serves. */
export const judgedClient = async (
  origin: string,
  connectionsMax: number,
): Promise<Readonly<{ client: HttpClient; judge: AnswerJudge }>> => {
  const looks: { judge?: AnswerJudge } = {};
  const client = new HttpClient(origin, connectionsMax, (question, answer) => looks.judge?.look(question, answer));
  const { body } = await client.send({ method: 'GET', path: '/openapi.json' });
  const judge = new AnswerJudge(JSON.parse(body.toString('utf8')) as object);
  looks.judge = judge;
  return { client, judge };
};
