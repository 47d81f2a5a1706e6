"use client";
import type { ReactNode } from "react";

import { forgetSeen } from "../../catalogue/seen";

type LogoutFormProps = { action: string; children: ReactNode };

/** Leaves nothing of what was looked at to whoever uses this browser next. */
export const LogoutForm = ({ action, children }: LogoutFormProps) => (
  <form action={action} method="post" onSubmit={forgetSeen}>
    {children}
  </form>
);
