// oxlint-disable-next-line no-console
export const said = (): void => console.log('no reason given');
// oxlint-disable-next-line no-console -- the command line is this program's page
export const told = (): void => console.log('with its reason');
// @ts-ignore
export const wrong: number = 'text';
