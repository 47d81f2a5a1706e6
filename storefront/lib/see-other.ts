/** On to another page with a GET; nothing of it is kept. */
export const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });
