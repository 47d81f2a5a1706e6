import { getTranslations } from "next-intl/server";

import { Told } from "../../account/ui/told";

const outcomes = [
  ...(["begun", "saved", "active", "draft", "archived", "stale", "added", "priced"] as const),
  ...([
    "ended",
    "written",
    "pictured",
    "moved",
    "offered",
    "stopped",
    "acted",
    "moderated",
    "changed",
    "nobody",
    "made",
    "gone",
    "putIn",
    "tookOut",
    "sent",
  ] as const),
] as const;

/** What came of the form that led here. */
export const Done = async ({ what }: { what: string | undefined }) => {
  const done = outcomes.find((known) => known === what);
  if (!done) return null;
  const t = await getTranslations("admin.done");
  return (
    <Told
      key={crypto.randomUUID()}
      bad={done === "stale" || done === "changed" || done === "nobody"}
    >
      {t(done)}
    </Told>
  );
};
