import type { Trouble } from "./answers";

/** What stood in the way, of a form that was sent: also that the shop does not answer, or a strange code. */
export type FormTrouble = Trouble | "away" | "code";

/** The form that adds a piece, as it is shown again without JavaScript. */
export type AddState = { key: string; quantity: number; trouble: FormTrouble | null };
