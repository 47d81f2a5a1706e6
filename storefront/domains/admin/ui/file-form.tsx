import type { ReactNode } from "react";

import { buttonClass } from "../../../ui/button";

type FileFormProps = {
  /** Where the file goes: a route of its own, which passes it on as it comes; a page would hold all of it. */
  action: string;
  id: string;
  accept: string;
  words: { file: string; hint: string; submit: string };
  /** What stands before the file, and so is known before it has come. */
  children?: ReactNode;
};

/** Sends one file. */
export const FileForm = ({ action, id, accept, words, children }: FileFormProps) => (
  <form className="admin-form" action={action} method="post" encType="multipart/form-data">
    {children}
    <div className="field">
      <label htmlFor={id}>{words.file}</label>
      <input
        className="input"
        id={id}
        name="file"
        type="file"
        required
        accept={accept}
        aria-describedby={`${id}-hint`}
      />
      <p className="hint" id={`${id}-hint`}>
        {words.hint}
      </p>
    </div>
    <div>
      <button className={buttonClass("act")} type="submit">
        {words.submit}
      </button>
    </div>
  </form>
);
