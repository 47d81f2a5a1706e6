import type { ReactNode } from "react";

import type { Values } from "../../admin/merge";
import { AdminForm } from "../../admin/ui/admin-form";
import { adminWords } from "../../admin/ui/admin-words";
import { type AdminAction, freshState } from "../../admin/values";

type ActFormProps = {
  name: string;
  action: AdminAction;
  /** The order, and the parcel or return of it. */
  about: { order: string; part?: string; currency?: string };
  values?: Values;
  children: ReactNode;
};

/** A form of one act on an order; its key is drawn for each showing. */
export const ActForm = async ({ name, action, about, values = {}, children }: ActFormProps) => (
  <AdminForm
    name={name}
    action={action}
    initial={freshState(values)}
    words={await adminWords()}
    hidden={{
      _order: about.order,
      ...(about.part && { _part: about.part }),
      ...(about.currency && { _currency: about.currency }),
    }}
  >
    {children}
  </AdminForm>
);
