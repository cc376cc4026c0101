const store = async (): Promise<number> => 1;

export const order = (): void => {
  store();
};
