/** How pg writes a value on the wire; its types leave it out. */
declare module 'pg/lib/utils.js' {
  const utils: Readonly<{ prepareValue: (value: unknown) => unknown }>;
  export default utils;
}
