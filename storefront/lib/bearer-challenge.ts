type Reply = { status: number; headers: Pick<Headers, "get"> };

const challengeOf = ({ status, headers }: Reply) =>
  status === 401 ? (headers.get("www-authenticate") ?? "") : "";

/** The token is over or was withdrawn; a new one may do (RFC 6750, section 3.1). */
export const refusesToken = (reply: Reply) => challengeOf(reply).includes('error="invalid_token"');

/** The token is good; the member must show again who they are (RFC 9470). */
export const asksForProof = (reply: Reply) =>
  challengeOf(reply).includes('error="insufficient_user_authentication"');
