import { choiceOf, searchOf } from "../admin/choice";

export const reviewStates = ["pending", "published", "rejected"] as const;

export type ModerationChoice = {
  state: (typeof reviewStates)[number];
  after?: string | undefined;
};

/** What the list is asked for by its address; what makes no sense is as if it were not there. */
export const moderationChoiceOf = (
  asked: (name: string) => string | undefined,
): ModerationChoice => {
  const { after } = choiceOf(asked).choice;
  const state = reviewStates.find((one) => one === asked("view")) ?? "pending";
  return { state, ...(after && { after }) };
};

export const moderationHref = ({ state, after }: ModerationChoice) =>
  `/admin/reviews${searchOf({ view: state === "pending" ? undefined : state, after })}`;
