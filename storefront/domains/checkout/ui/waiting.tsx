"use client";

import { useEffect } from "react";

/** Milliseconds between two questions. */
const rhythm = { first: 1500, last: 6000 };

const whereTo = async (standing: string) => {
  try {
    const reply = await fetch(standing, { cache: "no-store" });
    const answer: unknown = await reply.json();
    const isAnswer = typeof answer === "object" && answer !== null && "to" in answer;
    return isAnswer && typeof answer.to === "string" ? answer.to : null;
  } catch {
    // The connection is lost: the purchase goes on without this page, which asks again.
    return null;
  }
};

/** Asks how the payment stands until that is decided, and goes there. */
export const Waiting = ({ standing }: { standing: string }) => {
  useEffect(() => {
    const state = { over: false, pause: rhythm.first };
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const ask = async () => {
      const to = await whereTo(standing);
      if (state.over) return;
      if (to !== null) globalThis.location.replace(to);
      else later();
    };
    const later = () => {
      timers.add(setTimeout(() => void ask(), state.pause));
      state.pause = Math.min(state.pause * 1.2, rhythm.last);
    };
    later();
    return () => {
      state.over = true;
      for (const timer of timers) clearTimeout(timer);
    };
  }, [standing]);
  return null;
};
