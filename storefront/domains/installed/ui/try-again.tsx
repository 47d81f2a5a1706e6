"use client";

import type { ReactNode } from "react";

import { Button } from "../../../ui/button";

const again = () => location.reload();

/** Asks for the page that was wanted once more. */
export const TryAgain = ({ children }: { children: ReactNode }) => (
  <Button onClick={again}>{children}</Button>
);
