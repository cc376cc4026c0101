type State = { kind: 'planned' } | { kind: 'declared' };

export const label = (state: State): string => {
  let text = '';
  switch (state.kind) {
    case 'planned':
      text = '已计划';
      break;
  }
  return text;
};
