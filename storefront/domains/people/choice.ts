import { searchOf, uuid } from "../admin/choice";

/** What can happen to an account, as the audit names it. */
export const actions = [
  "auth.signed_in",
  "auth.sign_in_failed",
  "auth.stepped_up",
  "auth.session_ended",
  "auth.refresh_reused",
  "member.joined",
  "member.exported",
  "member.erased",
  "member.looked_up",
  "member.roles_changed",
  "member.password_changed",
  "member.email_changed",
  "member.second_factor_enabled",
  "member.second_factor_disabled",
  "member.recovery_codes_replaced",
  "member.recovery_code_used",
  "member.passkey_added",
  "member.passkey_removed",
  "api_client.registered",
  "api_client.changed",
  "api_client.secret_rotated",
  "api_client.secret_removed",
] as const;
export type Action = (typeof actions)[number];

export type AuditChoice = {
  memberId?: string | undefined;
  action?: Action | undefined;
  after?: string | undefined;
};

/** What the list is asked for by its address; what makes no sense is as if it were not there. */
export const auditChoiceOf = (asked: (name: string) => string | undefined): AuditChoice => {
  const [memberId, after] = [asked("member"), asked("after")];
  const action = actions.find((one) => one === asked("action"));
  return {
    ...(memberId !== undefined && uuid.test(memberId) && { memberId }),
    ...(action && { action }),
    ...(after !== undefined && uuid.test(after) && { after }),
  };
};

export const auditHref = ({ memberId, action, after }: AuditChoice) =>
  `/admin/audit${searchOf({ member: memberId, action, after })}`;
