/** A failure that the reader can mend: `message` says what happened, `wayOut` what to do about it. */
export class UserError extends Error {
  readonly wayOut: string;

  constructor(message: string, wayOut: string) {
    super(message);
    this.name = "UserError";
    this.wayOut = wayOut;
  }
}
