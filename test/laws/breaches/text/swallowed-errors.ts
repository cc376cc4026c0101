export const quiet = async (work: Promise<unknown>): Promise<void> => {
  await work.catch(() => {});
  await work.catch(() => undefined);
  // The connection is closed anyway: a named reason makes it an exception.
  await work.catch(() => undefined);
  await work.catch(() => undefined); // the connection is closed anyway: a named reason makes it an exception
};
