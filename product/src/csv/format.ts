import { mark } from "@jangteo/shared/csv";

/** What made a cell text that a spreadsheet would run comes off again on the way in. */
const disarmed = /^'+[=+\-@\t]/;

const fromCell = (cell: string) => (disarmed.test(cell) ? cell.slice(1) : cell);

export class MalformedCsv extends Error {
  override readonly name = "MalformedCsv";
}
const longestCell = 20_000;

/** The rows of a text that comes in pieces; an empty line is no row. */
export async function* readRows(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  const state = { row: [] as string[], cell: "", quoted: false, closed: false, first: true };
  const endCell = () => {
    state.row.push(fromCell(state.cell));
    Object.assign(state, { cell: "", closed: false });
  };
  const endRow = () => {
    const isEmpty = state.row.length === 0 && state.cell === "" && !state.closed;
    if (!isEmpty) endCell();
    const { row } = state;
    state.row = [];
    return row;
  };
  const take = (letter: string) => {
    if (state.cell.length >= longestCell) throw new MalformedCsv("a cell is too long");
    if (state.quoted && letter === '"') Object.assign(state, { quoted: false, closed: true });
    else if (state.quoted) state.cell += letter;
    else if (letter === '"' && state.closed)
      Object.assign(state, { quoted: true, closed: false, cell: `${state.cell}"` });
    else if (letter === '"' && state.cell === "") state.quoted = true;
    else if (letter === ",") endCell();
    else if (state.closed || letter === '"') throw new MalformedCsv("a quote stands in a cell");
    else state.cell += letter;
  };
  for await (const piece of pieces) {
    for (const letter of state.first && piece.startsWith(mark) ? piece.slice(1) : piece) {
      if (state.quoted || (letter !== "\n" && letter !== "\r")) take(letter);
      else {
        const row = endRow();
        if (row.length > 0) yield row;
      }
    }
    if (piece.length > 0) state.first = false;
  }
  if (state.quoted) throw new MalformedCsv("a quote is never closed");
  const row = endRow();
  if (row.length > 0) yield row;
}
