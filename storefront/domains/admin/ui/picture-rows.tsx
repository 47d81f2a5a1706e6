"use client";

import { useForm } from "../../account/ui/form-context";
import { FormCheck, FormField, FormSelect } from "../../account/ui/form-field";
import { orderOf, views } from "../picture-form";
import { ActButton } from "./act-button";

export type PictureWords = {
  picture: string;
  view: string;
  views: Record<(typeof views)[number], string>;
  ko: string;
  en: string;
  up: string;
  down: string;
  remove: string;
};

/** The pictures in their order, as the form knows them by now. */
export const PictureRows = ({ words }: { words: PictureWords }) => {
  const { values } = useForm().state;
  const order = orderOf(values);
  const options = views.map((view) => [view, words.views[view]] as const);
  return (
    <ol className="pictures">
      <input type="hidden" name="order" value={order.join(" ")} />
      {order.map((file, at) => {
        const title = words.picture.replace("{at}", String(at + 1));
        const url = values[`url.${file}`] ?? "";
        return (
          <li key={file}>
            <input type="hidden" name={`url.${file}`} value={url} />
            {/* oxlint-disable-next-line next/no-img-element -- drawn at its size by the service */}
            <img src={url} alt="" width={160} height={200} loading="lazy" />
            <fieldset>
              <legend>{title}</legend>
              <FormSelect name={`view.${file}`} label={words.view} options={options} />
              <FormField name={`alt.${file}.ko`} label={words.ko} lang="ko" />
              <FormField name={`alt.${file}.en`} label={words.en} lang="en" />
              <div className="actions">
                {at > 0 && (
                  <ActButton act={`up:${file}`} label={`${title}: ${words.up}`}>
                    {words.up}
                  </ActButton>
                )}
                {at < order.length - 1 && (
                  <ActButton act={`down:${file}`} label={`${title}: ${words.down}`}>
                    {words.down}
                  </ActButton>
                )}
                <FormCheck name={`remove.${file}`} label={words.remove} />
              </div>
            </fieldset>
          </li>
        );
      })}
    </ol>
  );
};
