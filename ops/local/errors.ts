type Explained = Error & { wayOut: string };

const isExplained = (error: unknown): error is Explained =>
  error instanceof Error && "wayOut" in error && typeof error.wayOut === "string";

const indent = (text: string): string => text.replaceAll("\n", "\n    ");

const causesOf = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error
    ? `\nbecause: ${error.cause.message}${causesOf(error.cause)}`
    : "";

/** What went wrong and the way out; anything unforeseen keeps its stack. */
export const describeError = (error: unknown): string => {
  if (isExplained(error)) return `\n  ✗ ${indent(error.message)}\n\n    ${indent(error.wayOut)}\n`;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `\n  ✗ ${indent(detail + causesOf(error))}\n`;
};

/** A failure with its way out, for the files that run before anything is installed. */
export const explained = (message: string, wayOut: string): Error =>
  Object.assign(new Error(message), { wayOut });
