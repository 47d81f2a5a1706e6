"use client";

import { Button } from "../../../ui/button";

/** Only where scripts run; without them the browser's own menu prints. */
export const PrintButton = ({ children }: { children: string }) => (
  <span className="with-script">
    <Button onClick={() => globalThis.print()}>{children}</Button>
  </span>
);
