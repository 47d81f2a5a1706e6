import { AppError } from "@jangteo/shared/problem";

/** Milliseconds before an answer begins, and between its signs of life: a gateway waits for ten seconds. */
const patience = 4000;

const encoder = new TextEncoder();

/**
 * The JSON of work that may take minutes. What is done soon is answered, or refused, as usual; else
 * the answer begins with spaces, which JSON allows, and a refusal becomes what `refused` makes of it.
 */
export const answerInTime = async <T>(
  work: Promise<T>,
  refused: (error: AppError) => T,
  wait = patience,
): Promise<Response> => {
  const headers = { "content-type": "application/json" };
  const late = Promise.withResolvers<"late">();
  const timer = setTimeout(() => late.resolve("late"), wait);
  const soon = await Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
  if (soon !== "late") return new Response(JSON.stringify(soon), { headers });
  const told = work.catch((error: unknown) => {
    if (error instanceof AppError && error.status < 500) return refused(error);
    throw error;
  });
  const signs = new AbortController();
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const beat = setInterval(() => controller.enqueue(encoder.encode(" ")), wait);
      signs.signal.addEventListener("abort", () => clearInterval(beat));
      try {
        controller.enqueue(encoder.encode(" "));
        const answer = JSON.stringify(await told);
        signs.abort();
        controller.enqueue(encoder.encode(answer));
        controller.close();
      } catch (error) {
        if (!signs.signal.aborted) controller.error(error);
        signs.abort();
      }
    },
    cancel: () => signs.abort(),
  });
  return new Response(body, { headers });
};
