"use client";

import type { ReactNode } from "react";

import { useForm } from "./form-context";
import { FormField, Submit } from "./form-field";

export type EnrolmentWords = {
  scan: string;
  picture: string;
  type: string;
  code: string;
  codeHint: string;
  confirm: string;
};

const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(" ") ?? secret;

/** The secret for the app and the field for its first code, once the secret was drawn. */
export const OrEnrolment = ({
  words,
  children,
}: {
  words: EnrolmentWords;
  children: ReactNode;
}) => {
  const { enrolment } = useForm().state;
  if (!enrolment) return children;
  const { size, path, secret, uri } = enrolment;
  return (
    <>
      <p className="measure">{words.scan}</p>
      <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.picture}>
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <p className="small">
        {words.type} <code className="secret">{inFours(secret)}</code>
      </p>
      <input type="hidden" name="uri" value={uri} />
      <FormField
        name="code"
        label={words.code}
        hint={words.codeHint}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <div>
        <Submit>{words.confirm}</Submit>
      </div>
    </>
  );
};
