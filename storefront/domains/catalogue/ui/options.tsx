import { useTranslations } from "next-intl";

import { cssVars } from "../../../ui/css-vars";

export type Option = {
  value: string;
  label: string;
  count: number | undefined;
  glaze?: string;
  /** How far below the first level. */
  depth?: number;
};

type OptionsProps = {
  legend: string;
  name: string;
  type: "radio" | "checkbox";
  options: readonly Option[];
  chosen: readonly string[];
};

const most = 8;

const Choice = ({
  option: { value, label, count, glaze, depth = 0 },
  ...input
}: { option: Option; checked: boolean } & Pick<OptionsProps, "name" | "type">) => (
  <label className="check" style={cssVars({ depth })}>
    <input type={input.type} name={input.name} value={value} defaultChecked={input.checked} />
    {glaze && <span className="dot" style={cssVars({ g: `var(--glaze-${glaze})` })} />}
    {label}
    <span className="num">{count}</span>
  </label>
);

/** The choices of one kind with their counts; a long list keeps its end folded until it is wanted. */
export const Options = ({ legend, name, type, options, chosen }: OptionsProps) => {
  const t = useTranslations("catalogue");
  const choice = (option: Option) => (
    <Choice
      key={option.value}
      {...{ option, name, type }}
      checked={chosen.includes(option.value)}
    />
  );
  const rest = type === "checkbox" ? options.slice(most) : [];
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div>
        {options.slice(0, options.length - rest.length).map(choice)}
        {rest.length > 0 && (
          <details open={rest.some(({ value }) => chosen.includes(value))}>
            <summary>{t("moreValues", { count: rest.length })}</summary>
            {rest.map(choice)}
          </details>
        )}
      </div>
    </fieldset>
  );
};
