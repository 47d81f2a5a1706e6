/** RFC 4180, with two habits: a mark for Excel at the beginning, and no cell that is a formula. */
export const mark = "\uFEFF";

// A spreadsheet would run these; an apostrophe makes them text.
const formula = /^'*[=+\-@\t]/;

const toCell = (value: string) => {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
export const toLine = (cells: string[]) => `${cells.map(toCell).join(",")}\r\n`;

type Pieces = AsyncGenerator<string>;
async function* until(first: IteratorResult<string>, rest: Pieces, ended: () => void) {
  try {
    if (first.done) return;
    yield first.value;
    yield* rest;
  } finally {
    ended();
  }
}

/**
 * A body that is made as it is read, and a promise of its end, however it ends. Rejects if the first piece
 * cannot be made: nothing is answered yet then.
 */
export const streamOf = async (pieces: Pieces) => {
  const encoder = new TextEncoder();
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const watched = until(await pieces.next(), pieces, resolve);
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await watched.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await watched.return(undefined);
    },
  });
  return { body, ended };
};

/** The headers of a file of CSV. */
export const csvHeaders = (name: string) => ({
  "content-type": "text/csv; charset=utf-8",
  "content-disposition": `attachment; filename="${name}.csv"`,
});
