/** What may stand in a field. The server asks the same before it sends anything on. */
const rules = {
  email: /^(?=.{3,254}$)[^\s@]+@[^\s@]+\.[^\s@]+$/,
  secret: /^[^]{1,128}$/,
  newPassword: /^[^]{8,128}$/u,
  name: /^(?=.*\S)\P{Cc}{1,80}$/u,
  telephone: /^\+?[0-9][0-9 -]{5,18}[0-9]$/,
  optionalTelephone: /^(?:\+?[0-9][0-9 -]{5,18}[0-9])?$/,
  language: /^(?:ko|en)$/,
  country: /^[A-Z]{2}$/,
  postalCode: /^(?=.*\S)\P{Cc}{1,12}$/u,
  street: /^(?=.*\S)\P{Cc}{1,160}$/u,
  line: /^\P{Cc}{0,160}$/u,
  place: /^\P{Cc}{0,80}$/u,
  check: /^(?:on)?$/,
  consent: /^on$/,
  /** One of several that a page offered. */
  choice: /^[\w-]{1,60}$/,
  /** Of an authenticator app, or for recovery. */
  code: /^[0-9A-Za-z -]{6,24}$/,
  note: /^(?=.*\S)\P{Cc}{1,300}$/u,
  optionalNote: /^\P{Cc}{0,300}$/u,
  clientId: /^[a-z][a-z0-9-]{1,30}$/,
  rating: /^[1-5]$/,
  /** Lines of it become one. */
  paragraph: /^[^]{10,2000}$/u,
  byline: /^(?=.*\S)\P{Cc}{1,40}$/u,
  orderNumber: /^JT-?\d{1,12}$/i,
} as const;

export type Kind = keyof typeof rules;
export type FormShape = Readonly<Record<string, Kind>>;

export const forms = {
  login: { email: "email", password: "secret" },
  signUp: { name: "name", email: "email", password: "newPassword" },
  verify: {},
  forgot: { email: "email" },
  reset: { password: "newPassword" },
  profile: { name: "name", telephone: "optionalTelephone", language: "language" },
  password: { currentPassword: "secret", newPassword: "newPassword" },
  email: { email: "email" },
  confirmEmail: {},
  code: { code: "code" },
  enrol: {},
  secondFactor: { code: "code" },
  recoveryCodes: {},
  disable: {},
  passkey: { name: "name" },
  removePasskey: {},
  backRoom: {},
  data: {},
  erase: { consent: "consent" },
  address: {
    name: "name",
    telephone: "telephone",
    addressCountry: "country",
    postalCode: "postalCode",
    addressRegion: "place",
    addressLocality: "place",
    streetAddress: "street",
    extendedAddress: "line",
    isDefault: "check",
  },
  where: {
    email: "email",
    name: "name",
    telephone: "telephone",
    addressCountry: "country",
    postalCode: "postalCode",
    streetAddress: "street",
    extendedAddress: "line",
    addressLocality: "place",
    addressRegion: "place",
    save: "check",
  },
  how: { shippingMethod: "choice" },
  findOrder: { number: "orderNumber", email: "email" },
  cancelOrder: { reason: "optionalNote" },
  review: { rating: "rating", text: "paragraph", authorName: "byline" },
  removeReview: {},
  registerClient: { id: "clientId", name: "name", catalogue: "check", promotions: "check" },
  changeClient: { name: "name", catalogue: "check", promotions: "check", disabled: "check" },
  rotateSecret: { overlap: "choice" },
  endSecret: {},
  /** And how many of each line, in fields of the lines. */
  requestReturn: { reason: "note" },
} as const satisfies Record<string, FormShape>;

export type FormName = keyof typeof forms;
export type Values<Name extends FormName> = Record<keyof (typeof forms)[Name] & string, string>;

/** Forms that may ask once more who is there, before they do what they are for. */
export const guarded = [
  "password",
  "email",
  "enrol",
  "secondFactor",
  "recoveryCodes",
  "disable",
  "passkey",
  "removePasskey",
  "backRoom",
  "data",
  "erase",
  "registerClient",
  "changeClient",
  "rotateSecret",
  "endSecret",
] as const satisfies FormName[];

const secrets: readonly Kind[] = ["secret", "newPassword"];
export const isSecret = (kind: Kind) => secrets.includes(kind);

/** A password is taken as it was typed; all else without the blanks around it. */
const typed = (kind: Kind, value: FormDataEntryValue | null) => {
  const text = typeof value === "string" ? value : "";
  if (kind === "paragraph") return text.replaceAll(/\s+/g, " ").trim();
  return isSecret(kind) ? text : text.trim();
};

export const isRight = (kind: Kind, value: string) => rules[kind].test(value);

export const readValues = <Name extends FormName>(name: Name, form: FormData) => {
  const values = Object.entries<Kind>(forms[name]).map(([field, kind]) => [
    field,
    typed(kind, form.get(field)),
  ]);
  // oxlint-disable-next-line no-unsafe-type-assertion -- its fields are those of the form, one by one
  return Object.fromEntries(values) as Values<Name>;
};

/** A value that goes along unseen; no file is one. */
export const hiddenValue = (form: FormData, name: string) => typed("line", form.get(name));

/** The fields that are wrong, in the order of the form. */
export const wrongFields = (shape: FormShape, values: Readonly<Record<string, string>>) =>
  Object.entries(shape)
    .filter(([field, kind]) => !isRight(kind, values[field] ?? ""))
    .map(([field]) => field);

/** What a form that failed may show again: never a password or a code. */
export const shownAgain = (shape: FormShape, values: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(values).filter(([field]) => {
      const kind = shape[field] ?? "secret";
      return !isSecret(kind) && kind !== "code";
    }),
  );

export type FormNotice = {
  tone: "danger" | "warn";
  /** `%s` stands for the time to wait, when there is one. */
  text: string;
  wait?: number;
  /** What to quote when asking for help. */
  trace?: string;
};

/** How members show again who they are: by what they know, or once enrolled, by a code. */
export const methods = ["password", "code"] as const;
export type Method = (typeof methods)[number];

export type ProofAsked = {
  method: Method;
  /** Whether the member holds a passkey, which does as well. */
  passkey: boolean;
  /** The passwords of the form that waits, sealed. */
  kept: string;
};

/** A secret for an authenticator app, as text and as a picture of `size` by `size` squares. */
export type Enrolment = { secret: string; uri: string; size: number; path: string };

/** What the browser makes a passkey from. */
type Registration = { id: string; options: PublicKeyCredentialCreationOptionsJSON };

export type FormState = {
  /** One key for one intent: the same form sent twice happens once. */
  key: string;
  values: Record<string, string>;
  errors: Record<string, string>;
  notice?: FormNotice;
  proof?: ProofAsked;
  enrolment?: Enrolment | undefined;
  registration?: Registration;
  /** Shown this once. */
  recoveryCodes?: string[];
  /** Of an API client. */
  secret?: string;
};

export const freshForm = (values: Record<string, string> = {}): FormState => ({
  key: crypto.randomUUID(),
  values,
  errors: {},
});

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;
