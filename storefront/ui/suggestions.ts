/** A word to search for or a piece to look at. */
export type Suggestion = { label: string; href: string };

/** None where nothing fits, nothing answers, or something else was typed meanwhile. */
export const fetchSuggestions = async (
  locale: string,
  q: string,
  signal: AbortSignal,
): Promise<Suggestion[]> => {
  if (q.trim() === "") return [];
  try {
    const reply = await fetch(`/${locale}/suggestions?q=${encodeURIComponent(q)}`, { signal });
    return reply.ok ? await reply.json() : [];
  } catch {
    return [];
  }
};
