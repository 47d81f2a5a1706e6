import { FormCheck } from "../../account/ui/form-field";
import type { Values } from "../merge";

type TicksProps = {
  name: string;
  ticks: readonly (readonly [field: string, label: string])[];
  values: Values;
  /** What it says while nothing is ticked. */
  none: string;
};

/** Many boxes, folded away; what is ticked stands open. */
export const Ticks = ({ name, ticks, values, none }: TicksProps) => {
  const chosen = ticks.filter(([field]) => values[field] === "on").map(([, label]) => label);
  return (
    <details className="ticks">
      <summary>
        <b>{name}</b> <span className="faint">{chosen.join(", ") || none}</span>
      </summary>
      <fieldset>
        <legend className="sr">{name}</legend>
        {ticks.map(([field, label]) => (
          <FormCheck key={field} name={field} label={label} />
        ))}
      </fieldset>
    </details>
  );
};
