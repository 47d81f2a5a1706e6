import { Fragment, isValidElement, type ReactNode } from "react";

type Props = Record<string, unknown> & { children?: ReactNode };

/** Of SVG's attributes those that React writes in one word. */
const attributeOf = (name: string) =>
  name.replace(/^(clip|fill|stop|stroke)([A-Z])/, (_, of: string, first: string) =>
    [of, first.toLowerCase()].join("-"),
  );

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const attributesOf = (props: Props) =>
  Object.entries(props)
    .filter(([name, value]) => name !== "children" && value !== undefined && value !== null)
    .map(([name, value]) => ` ${attributeOf(name)}="${escaped(String(value))}"`)
    .join("");

/**
 * A drawing as text. A page says it twice, for the eye and for the script; as text the script neither
 * reads it part by part nor walks over it when it wakes. Only for what has no hooks and no events.
 */
export const drawn = (node: ReactNode): string => {
  if (Array.isArray(node)) return node.map((one: ReactNode) => drawn(one)).join("");
  if (!isValidElement<Props>(node)) return "";
  const { type, props } = node;
  if (typeof type === "string")
    return `<${type}${attributesOf(props)}>${drawn(props.children)}</${type}>`;
  if (type === Fragment) return drawn(props.children);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a drawing has no classes
  return drawn((type as (props: Props) => ReactNode)(props));
};
