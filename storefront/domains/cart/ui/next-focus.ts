/** Where the focus goes when a line leaves: to the next one's own button, else to the heading. */
export const nextFocus = (form: HTMLFormElement) => {
  const line = form.closest("li");
  const next = line?.nextElementSibling ?? line?.previousElementSibling;
  return (
    next?.querySelector<HTMLElement>(".line__tools form:last-of-type button") ??
    line?.closest("dialog, main")?.querySelector<HTMLElement>("h1, h2") ??
    undefined
  );
};
