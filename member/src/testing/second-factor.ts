import { enrolApp, testMemberService, type TestMember } from "../testing.ts";

/** The member service under a clock of the test's, and what one does with a second factor. */
export const testSecondFactor = async () => {
  const now = { at: new Date() };
  const service = await testMemberService(() => now.at);
  const { internal, join } = service;

  const path = "/v1/members/me/second-factor";
  const later = (seconds: number) => {
    now.at = new Date(now.at.getTime() + seconds * 1000);
  };
  const draw = async ({ call }: TestMember) =>
    (await (await call("POST", `${path}/enrolments`)).json()) as {
      secret: string;
      otpauthUri: string;
      expiresIn: number;
    };
  const confirm = ({ call }: TestMember, code: string) =>
    call("POST", `${path}/confirmations`, { code });
  const enrolled = async (person?: TestMember) => {
    const member = person ?? (await join());
    const { secret, recoveryCodes: codes } = await enrolApp(member, now.at);
    later(60);
    return { member, secret, codes };
  };
  const verify = async (id: string, code: string) => {
    const reply = await internal("POST", `/members/${id}/second-factor/verifications`, { code });
    const { method, title } = (await reply.json()) as { method?: string; title?: string };
    return `${reply.status} ${method ?? title}`;
  };
  const statusOf = async ({ call }: TestMember) => (await call("GET", path)).json();

  return { ...service, now, path, later, draw, confirm, enrolled, verify, statusOf };
};
