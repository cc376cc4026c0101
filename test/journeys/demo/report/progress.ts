/** Tells what is going on, with the seconds since the start. */
export class Progress {
  readonly #started = Date.now();
  readonly #write: (line: string) => void;

  constructor(write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)) {
    this.#write = write;
  }

  get seconds(): number {
    return (Date.now() - this.#started) / 1_000;
  }

  tell(text: string): void {
    this.#write(`${this.seconds.toFixed(1).padStart(6)} s  ${text}`);
  }

  print(text: string): void {
    this.#write(text);
  }
}
