/** JSON-LD for those who read pages by machine (https://schema.org); `<` cannot end the script. */
export const LinkedData = ({ data }: { data: object }) => (
  <script
    type="application/ld+json"
    // oxlint-disable-next-line react/no-danger -- React would escape the quotes of the JSON
    dangerouslySetInnerHTML={{
      __html: JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll(
        "<",
        "\\u003c",
      ),
    }}
  />
);
