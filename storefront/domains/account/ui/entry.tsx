import type { ReactNode } from "react";

import { cssVars } from "../../../ui/css-vars";
import { Cutout } from "../../../ui/cutout/cutout";

const still = [
  { id: "bottle", form: "bottle", glaze: "buncheong", width: 140, height: 280 },
  { id: "left", form: "tumbler", glaze: "celadon", width: 50, height: 52 },
  { id: "right", form: "tumbler", glaze: "celadon", width: 50, height: 52 },
] as const;

/** The pages by which one comes in: a form, and a bottle with two cups beside it. */
export const Entry = ({ children }: { children: ReactNode }) => (
  <main id="main" className="wrap">
    <div className="login">
      {children}
      <div className="login__art" aria-hidden="true">
        <div>
          {still.map(({ id, ...pot }) => (
            <span key={id} style={cssVars({ h: pot.height / 10 })}>
              <Cutout {...pot} />
            </span>
          ))}
        </div>
      </div>
    </div>
  </main>
);

/** The title and its sentence, above a form or in place of one. */
export const EntryHead = ({ title, text }: { title: string; text: string }) => (
  <div>
    <h1 tabIndex={-1}>{title}</h1>
    <p className="soft small">{text}</p>
  </div>
);
