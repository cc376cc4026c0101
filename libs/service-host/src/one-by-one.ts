import type { Alone } from './ground.ts';

/** Does one piece of work after the other, whatever became of the one before, within this process. */
export const oneByOne = (): Alone => {
  let turn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = turn.then(work, work);
    turn = mine;
    return mine;
  };
};
