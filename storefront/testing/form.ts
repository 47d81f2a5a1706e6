const unescaped = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** The unseen fields of the form in a page's main part, as a browser without JavaScript sends them. */
export const hiddenFields = (html: string) => {
  const form = new FormData();
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  for (const [, name = "", value = ""] of main.matchAll(
    /<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g,
  ))
    form.append(name, unescaped(value));
  return form;
};
