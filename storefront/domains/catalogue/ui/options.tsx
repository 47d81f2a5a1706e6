import { useTranslations } from "next-intl";

import { cssVars } from "../../../ui/css-vars";

export type Option = {
  value: string;
  label: string;
  count: number | undefined;
  glaze?: string;
};

type OptionsProps = {
  legend: string;
  name: string;
  options: readonly Option[];
  chosen: readonly string[];
};

const most = 8;

const Choice = ({
  option: { value, label, count, glaze },
  name,
  checked,
}: {
  option: Option;
  name: string;
  checked: boolean;
}) => (
  <label className="check">
    <input type="checkbox" name={name} value={value} defaultChecked={checked} />
    {glaze && <span className="dot" style={cssVars({ g: `var(--glaze-${glaze})` })} />}
    {label}
    <span className="num">{count}</span>
  </label>
);

/** The choices of one kind with their counts; a long list keeps its end folded until it is wanted. */
export const Options = ({ legend, name, options, chosen }: OptionsProps) => {
  const t = useTranslations("catalogue");
  const choice = (option: Option) => (
    <Choice key={option.value} {...{ option, name }} checked={chosen.includes(option.value)} />
  );
  const rest = options.slice(most);
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
