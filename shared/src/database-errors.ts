/** The code that an error or one of its causes carries: an SQLSTATE, or one of the driver or the system. */
export const codeOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error
    ? error.code
    : error instanceof Error
      ? codeOf(error.cause)
      : undefined;

/** Whether the database could not be reached, as opposed to having refused. */
export const isUnreachable = (error: unknown) =>
  /^(CONNECT|ECONN|EPIPE|ETIMEDOUT|CONNECTION_|57P0[1-3]|53300|08)/.test(String(codeOf(error)));
