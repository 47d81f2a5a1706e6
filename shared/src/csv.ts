/** RFC 4180, with two habits: a mark for Excel at the beginning, and no cell that is a formula. */
export const mark = "\uFEFF";

// A spreadsheet would run these; an apostrophe makes them text.
const formula = /^'*[=+\-@\t]/;

const toCell = (value: string) => {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const toLine = (cells: readonly string[]) => `${cells.map(toCell).join(",")}\r\n`;

type Row = readonly string[];
type Pages = AsyncGenerator<readonly Row[]>;

async function* textOf(first: readonly Row[], rest: Pages, ended: () => void) {
  try {
    yield mark + first.map(toLine).join("");
    for await (const rows of rest) yield rows.map(toLine).join("");
  } finally {
    ended();
  }
}

/**
 * The body of a file that is made as it is read, its header with the first rows, and a promise of its end, however
 * it ends. Rejects if the first rows cannot be had: nothing is answered yet then.
 */
export const streamCsv = async (columns: Row, pages: Pages) => {
  const encoder = new TextEncoder();
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const first = await pages.next();
  const text = textOf([columns, ...(first.done ? [] : first.value)], pages, resolve);
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await text.return();
    },
  });
  return { body, ended };
};

/** The headers of a file of CSV. */
export const csvHeaders = (name: string) => ({
  "content-type": "text/csv; charset=utf-8",
  "content-disposition": `attachment; filename="${name}.csv"`,
});
