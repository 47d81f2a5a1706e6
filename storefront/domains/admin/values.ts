import type { FormState } from "../account/forms";
import type { Difference, Values } from "./merge";

export type AdminState = FormState & {
  /** The version of what was read, which a change must be made on. */
  version: string;
  /** The values as they were read. */
  base: Values;
  differences?: Difference[];
};

export type AdminAction = (before: AdminState, form: FormData) => Promise<AdminState>;

export const freshState = (values: Values = {}, version = 0): AdminState => ({
  key: crypto.randomUUID(),
  values: { ...values },
  errors: {},
  version: String(version),
  base: values,
});
