/** A form with a file in it (RFC 7578), read as it comes: the file is never held whole. */
type Form = {
  fields: Record<string, string>;
  file: ReadableStream<Uint8Array>;
  /** Reads what nobody has read, and forgets it: a browser listens only once it has sent everything. */
  rest: () => Promise<void>;
};

const mostHead = 8 * 1024;
const mostField = 4 * 1024;

const boundaryOf = (type: string | null) =>
  /^multipart\/form-data\s*;.*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i
    .exec(type ?? "")
    ?.slice(1)
    .find(Boolean);

const createScanner = (body: ReadableStream<Uint8Array>) => {
  const reader = body.getReader();
  const held = { bytes: Buffer.alloc(0) };
  const more = async () => {
    const { done, value } = await reader.read();
    if (value) held.bytes = Buffer.concat([held.bytes, value]);
    return !done;
  };
  const take = (length: number) => {
    const taken = held.bytes.subarray(0, length);
    held.bytes = held.bytes.subarray(length);
    return taken;
  };
  /** What stands before a mark, which is dropped; undefined when it does not come in time. */
  const until = async (mark: string, most: number): Promise<Buffer | undefined> => {
    const at = held.bytes.indexOf(mark);
    if (at >= 0 && at <= most) {
      const before = take(at);
      take(Buffer.byteLength(mark));
      return before;
    }
    if (at > most || held.bytes.length > most + mark.length || !(await more())) return undefined;
    return until(mark, most);
  };
  /** The next piece of what stands before a mark; undefined when it was the last. */
  const piece = async (mark: string): Promise<Buffer | undefined> => {
    const at = held.bytes.indexOf(mark);
    if (at > 0) return take(at);
    if (at === 0) return undefined;
    const safe = held.bytes.length - Buffer.byteLength(mark);
    if (safe > 0) return take(safe);
    if (!(await more())) throw new Error("The form ended in its file");
    return piece(mark);
  };
  const rest = async () => {
    // A form that is cut off has nobody who listens.
    for (;;) if ((await reader.read().catch(() => ({ done: true }))).done) return;
  };
  return { until, piece, rest, release: () => reader.releaseLock() };
};
type Scanner = ReturnType<typeof createScanner>;

// Whoever stops reading the file leaves the form as it is: to cancel it would end its connection.
const streamOf = (scanner: Scanner, mark: string) =>
  new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await scanner.piece(mark);
      if (next) controller.enqueue(new Uint8Array(next));
      else controller.close();
    },
  });

const read = async (scanner: Scanner, boundary: string): Promise<Form | undefined> => {
  const mark = `\r\n--${boundary}`;
  const opening = await scanner.until(`--${boundary}`, 0);
  if (!opening) return undefined;
  const fields: Record<string, string> = {};
  for (;;) {
    const head = (await scanner.until("\r\n\r\n", mostHead))?.toString();
    const name = /\bname="([^"]*)"/i.exec(head ?? "")?.[1];
    const isNothing = /\bfilename=""/i.test(head ?? "");
    if (head === undefined || name === undefined || isNothing) return undefined;
    if (/\bfilename\*?=/i.test(head))
      return { fields, file: streamOf(scanner, mark), rest: scanner.rest };
    const value = await scanner.until(mark, mostField);
    if (!value) return undefined;
    fields[name] = value.toString();
  }
};

/** The fields that stand before the first file, and that file; undefined when it is no such form. */
export const openForm = async (request: Request): Promise<Form | undefined> => {
  const boundary = boundaryOf(request.headers.get("content-type"));
  if (boundary === undefined || request.body === null) return undefined;
  const scanner = createScanner(request.body);
  const form = await read(scanner, boundary);
  if (!form) scanner.release();
  return form;
};
