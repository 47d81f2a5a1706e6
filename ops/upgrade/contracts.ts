const unreleased = "it is older than the first release, so no older version serves beside it";

type Contract = { breaks: readonly string[]; because: string };

/**
 * The migrations that do more than add: what they do, and why the release before may live with it. It
 * no longer uses what goes, or the table is small enough to be held for a moment.
 */
export const contracts: Record<string, Contract> = {
  "member/drizzle/0001_security.sql": {
    breaks: ["holds every row that it changes"],
    because: unreleased,
  },
  "order/drizzle/0004_guests.sql": {
    breaks: [
      "holds every row that it changes",
      "asks for a value that is not written",
      "locks writers out while an index is made",
    ],
    because: unreleased,
  },
  "order/drizzle/0007_sales_figures.sql": {
    breaks: ["locks writers out while an index is made"],
    because: unreleased,
  },
  "payment/drizzle/0001_reconciliation.sql": {
    breaks: ["locks writers out while an index is made"],
    because: unreleased,
  },
  "product/drizzle/0001_appearing.sql": {
    breaks: ["locks writers out while an index is made"],
    because: unreleased,
  },
  "product/drizzle/0002_search_by_language.sql": {
    breaks: ["drops what makes reading quick", "locks writers out while an index is made"],
    because: unreleased,
  },
  "product/drizzle/0003_shelve_anew.sql": {
    breaks: ["holds every row that it changes"],
    because: unreleased,
  },
  "product/drizzle/0004_consignments.sql": {
    breaks: ["holds every row that it changes", "locks writers out while every row is looked at"],
    because: unreleased,
  },
  "product/drizzle/0005_client_actors.sql": {
    breaks: ["changes a type"],
    because: unreleased,
  },
  "product/drizzle/0007_ratings.sql": {
    breaks: ["locks writers out while an index is made"],
    because: unreleased,
  },
};
