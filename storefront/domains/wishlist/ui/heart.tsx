"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useSyncExternalStore,
} from "react";

import { Icon } from "../../../ui/icon";
import { wish, wishes } from "../wishes";

const Leaving = createContext(false);

/** A list that a piece leaves when its heart is let go; read again when a wish came after it. */
export const LeavingShelf = ({ children }: { children: ReactNode }) => {
  const router = useRouter();
  useEffect(() => {
    void wishes.pending()?.then(() => router.refresh());
  }, [router]);
  return <Leaving value>{children}</Leaving>;
};

type HeartProps = {
  id: string;
  saved: boolean;
  /** Where the form goes without JavaScript. */
  action: string;
  label: string;
  /** Beside the heart, where there is room for it. */
  text?: string;
};

const isShown = (item: Element | null) => item?.querySelector('[aria-pressed="true"]') ?? null;

/** The heart of the next piece, else the heading. */
const nextFocus = (form: HTMLFormElement) => {
  const followers = (item: Element | null | undefined): Element | null =>
    item ? (isShown(item) ?? followers(item.nextElementSibling)) : null;
  return followers(form.closest("li")?.nextElementSibling) ?? document.querySelector("h1");
};

/** Saves a piece or lets it go: at once with JavaScript, by a form without it. */
export const Heart = ({ id, saved, action, label, text }: HeartProps) => {
  const place = useId();
  const router = useRouter();
  const leaving = useContext(Leaving);
  const isSaved =
    useSyncExternalStore(wishes.subscribe, () => wishes.isSaved(id), wishes.onServer) ?? saved;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const next = leaving && isSaved ? nextFocus(form) : null;
    const done = wish(id, !isSaved);
    if (!leaving) return;
    if (next instanceof HTMLElement) next.focus();
    void done.then((ok) => (ok ? router.refresh() : undefined));
  };
  return (
    <form className="wish" action={action} method="post" onSubmit={onSubmit}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="place" value={place} />
      <button
        id={place}
        className={text === undefined ? "icon-btn piece__wish" : "btn wish__words"}
        type="submit"
        name="wanted"
        value={isSaved ? "off" : "on"}
        aria-pressed={isSaved}
        aria-label={label}
      >
        <Icon name="heart" />
        {text}
      </button>
    </form>
  );
};
